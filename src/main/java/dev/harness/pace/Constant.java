package dev.harness.pace;

import static dev.harness.pace.Bounds.NANOS_PER_SECOND;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * One rate throughout: operation <i>i</i> is due at <i>i</i> / rate.
 *
 * @param perSecond arrivals per second; above 0, at most 1,000,000
 * @param duration above 0, at most seven days
 */
public record Constant(double perSecond, Duration duration) implements Arrivals {

  public Constant {
    Bounds.requireRate(perSecond);
    Bounds.requireDuration(duration);
  }

  @Override
  public long count() {
    return Bounds.count(perSecond, duration);
  }

  @Override
  public long nanosAt(long index) {
    return Math.round(index * (NANOS_PER_SECOND / perSecond));
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
