package dev.harness.run.drive;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile;
import dev.harness.random.Seed;
import dev.harness.time.SystemTicker;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the driver itself costs per operation, on one real event loop: to find that it is due, make
 * its user's context, send it, take the answer, and record it. The operation does nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DriverBench {
  private static final int OPERATIONS = 1_000_000;
  private static final Future<Outcome> DONE = Future.succeededFuture(Outcome.COMPLETED);

  private final Vertx vertx = Vertx.vertx();
  private final Driver driver = new Driver(vertx, new SystemTicker(), 1);

  /** One operation after another. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public PhaseResult closedLoad() {
    return drive(LoadProfile.Closed.of(1, OPERATIONS));
  }

  /** All due at once: each becomes due and waits its turn. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public PhaseResult burst() {
    return drive(new LoadProfile.Open(new Burst(OPERATIONS), 1));
  }

  private PhaseResult drive(LoadProfile load) {
    var phase =
        new Phase(
            "bench",
            load,
            new UserPopulation(1_000, "run-1", new Seed(1)),
            Resolution.MICROSECONDS,
            Duration.ofMinutes(1),
            attempt -> DONE);
    var result = new AtomicReference<PhaseResult>();
    driver.drive(phase, result::set).onItem().ignoreAsUni().await().atMost(Duration.ofMinutes(1));
    PhaseResult whole = result.get();
    if (whole == null || whole.counts().completed() != OPERATIONS) {
      throw new IllegalStateException("not all operations completed: " + whole);
    }
    return whole;
  }

  @TearDown
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
