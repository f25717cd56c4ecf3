package dev.harness.pace;

import dev.harness.random.Seed;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to ask when an operation is due, which the driver does several times for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArrivalsBench {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Arrivals constant = new Constant(20_000, MINUTE);
  private final Arrivals ramp = new Ramp(0, 40_000, MINUTE);
  private final Arrivals spike =
      Stages.of(
          new Constant(1_000, MINUTE), new Constant(20_000, MINUTE), new Constant(1_000, MINUTE));

  /** All its boundaries are kept. */
  private final Arrivals poisson = new Poisson(1_000, MINUTE, new Seed(1));

  /** Five splits, and no more, for each time. */
  private final Arrivals fastPoisson = new Poisson(20_000, MINUTE, new Seed(1));

  private long index;

  @Benchmark
  public long constant() {
    return next(constant);
  }

  @Benchmark
  public long ramp() {
    return next(ramp);
  }

  @Benchmark
  public long spike() {
    return next(spike);
  }

  @Benchmark
  public long poisson() {
    return next(poisson);
  }

  @Benchmark
  public long fastPoisson() {
    return next(fastPoisson);
  }

  private long next(Arrivals arrivals) {
    index = index + 1 < arrivals.count() ? index + 1 : 0;
    return arrivals.nanosAt(index);
  }
}
