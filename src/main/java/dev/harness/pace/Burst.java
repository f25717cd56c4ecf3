package dev.harness.pace;

import java.util.OptionalDouble;

/**
 * Everything at once.
 *
 * @param count operations due at the start; 1 to 10,000,000
 */
public record Burst(long count) implements Arrivals {
  private static final long MOST = 10_000_000;

  public Burst {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "a burst has 1 to %,d operations, not %,d".formatted(MOST, count));
    }
  }

  @Override
  public long nanosAt(long index) {
    return 0;
  }

  @Override
  public long durationNanos() {
    return 0;
  }

  @Override
  public OptionalDouble steadyRate() {
    return OptionalDouble.empty();
  }
}
