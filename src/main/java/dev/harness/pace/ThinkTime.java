package dev.harness.pace;

import dev.harness.random.Seed;
import java.time.Duration;

/**
 * How long a user of a closed load pauses between the end of one operation and the start of the
 * next. Immutable, and computed from the operation that has ended: it does not matter in which
 * order operations end, or on which event loop.
 */
public sealed interface ThinkTime {

  /**
   * Nanoseconds of the pause after an operation; at least 0.
   *
   * @param index of the operation that has ended
   */
  long nanosAfter(long index);

  /** Users who never pause. */
  static ThinkTime none() {
    return new Fixed(Duration.ZERO);
  }

  /**
   * Always the same.
   *
   * @param time 0 to an hour
   */
  record Fixed(Duration time) implements ThinkTime {
    public Fixed {
      Bounds.requireThinkTime(time);
    }

    @Override
    public long nanosAfter(long index) {
      return time.toNanos();
    }
  }

  /**
   * Exponentially distributed: mostly short, sometimes long, as people's pauses are. Of a number
   * <i>U</i> anywhere between 0 and 1, −ln <i>U</i> is, with mean 1; none of what a seed gives is
   * above 37.
   *
   * @param mean 0 to an hour
   */
  record Exponential(Duration mean, Seed seed) implements ThinkTime {
    public Exponential {
      Bounds.requireThinkTime(mean);
    }

    @Override
    public long nanosAfter(long index) {
      return Math.round(-StrictMath.log(seed.uniform(index)) * mean.toNanos());
    }
  }
}
