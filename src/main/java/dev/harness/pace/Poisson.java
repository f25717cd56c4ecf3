package dev.harness.pace;

import dev.harness.random.Seed;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A steady rate at which each operation comes without regard to the others, as requests of many
 * independent users do: sometimes several at once, sometimes none for a while.
 *
 * <p>Given that <i>n</i> operations of a Poisson process come within its duration, they are due at
 * <i>n</i> independent, uniformly distributed times, put in order; and those are the partial sums
 * of <i>n</i> + 1 independent exponential gaps, divided by the sum of all gaps (Devroye:
 * "Non-Uniform Random Variate Generation", 1986, chapter V). Here <i>n</i> is given: rate times
 * duration. Two seeds differ in when operations come and not in how many, so that their loads can
 * be compared. In any window much shorter than the whole, the number of arrivals is Poisson
 * distributed.
 */
public final class Poisson implements Arrivals {
  private final double perSecond;
  private final Duration duration;
  private final long count;
  private final ExponentialGaps gaps;

  /** The part of all gaps that is the load: up to the first operation too late to be in it. */
  private final double whole;

  /**
   * @param perSecond mean arrivals per second; above 0, at most 1,000,000
   * @param duration above 0, at most seven days
   * @param seed the same times come of the same seed, on any machine
   */
  public Poisson(double perSecond, Duration duration, Seed seed) {
    Bounds.requireRate(perSecond);
    Bounds.requireDuration(duration);
    this.perSecond = perSecond;
    this.duration = duration;
    this.count = Bounds.count(perSecond, duration);
    this.gaps = new ExponentialGaps(count + 1, seed);
    this.whole = gaps.sum(count + 1);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long nanosAt(long index) {
    return (long) (gaps.sum(index + 1) / whole * duration.toNanos());
  }

  @Override
  public long durationNanos() {
    return duration.toNanos();
  }

  @Override
  public OptionalDouble steadyRate() {
    return OptionalDouble.of(perSecond);
  }
}
