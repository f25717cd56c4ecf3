package dev.harness.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When somebody scraped, and when that is to be expected again. Used by several threads. */
final class Scrapes {
  /** Longer than the interval of most, and as long as anybody may have to wait for it. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Nobody is punctual. */
  private static final double LATE = 1.5;

  private @Nullable Long last;
  private long betweenNanos;

  /** Somebody has got all there was at that moment of the ticker. */
  synchronized void scraped(long atNanos) {
    if (last != null) {
      betweenNanos = Math.max(0, atNanos - last);
    }
    last = atNanos;
  }

  /**
   * How long one more is to be waited for at that moment.
   *
   * @param sinceNanos nothing has changed since
   * @return 0 where somebody has scraped since, or is not expected: whoever came but once may not
   *     come again
   */
  synchronized long patienceNanos(long sinceNanos, long nowNanos) {
    if (last == null || betweenNanos == 0 || last >= sinceNanos) {
      return 0;
    }
    long expected = last + Math.round(betweenNanos * LATE);
    return Math.max(0, Math.min(expected, sinceNanos + LONGEST.toNanos()) - nowNanos);
  }
}
