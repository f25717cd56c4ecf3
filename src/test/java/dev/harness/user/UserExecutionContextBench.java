package dev.harness.user;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What one validated context costs, its four unique ids included. {@code gc.alloc.rate.norm} is
 * bytes per context.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UserExecutionContextBench {
  private long next;

  @Benchmark
  public UserExecutionContext createWithUniqueIds() {
    long n = next++;
    return new UserExecutionContext("user-" + n, "thread-" + n, "run-" + n, "request-" + n);
  }
}
