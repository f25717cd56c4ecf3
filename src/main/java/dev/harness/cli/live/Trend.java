package dev.harness.cli.live;

import dev.harness.measure.WindowSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last minute of a load, or of several, second by second, as operations were due in it.
 *
 * @param seconds rising, with gaps where nothing was; none older than a minute before the newest
 */
public record Trend(List<Second> seconds) {
  /** Seconds that are kept. */
  public static final int LENGTH = 60;

  static final Trend NONE = new Trend(List.of());

  public Trend {
    seconds = List.copyOf(seconds);
  }

  /**
   * What was due in one second, over all loads and rounds of it.
   *
   * @param at whole seconds of the clock
   * @param completed operations
   * @param p95Millis of their response times, whatever their number; of several loads the highest,
   *     which that of all together cannot exceed; NaN where nothing completed
   */
  public record Second(long at, long completed, double p95Millis) {
    Second plus(Second other) {
      double higher =
          Double.isNaN(p95Millis) || other.p95Millis > p95Millis ? other.p95Millis : p95Millis;
      return new Second(at, completed + other.completed, higher);
    }
  }

  /** The newest second that began earlier than that one. */
  Optional<Second> newestBefore(long at) {
    return seconds.stream().filter(second -> second.at() < at).reduce((first, last) -> last);
  }

  /** The newest second; 0 where there is none. */
  long newest() {
    return seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1).at();
  }

  /** This and one more window: a late one takes its place in the past. */
  Trend with(long at, WindowSnapshot window) {
    var next =
        new Second(at, window.counts().completed(), window.response().percentileMillis(0.95));
    var more = new ArrayList<>(seconds);
    int place = more.size();
    while (place > 0 && more.get(place - 1).at() >= at) {
      place--;
    }
    if (place < more.size() && more.get(place).at() == at) {
      more.set(place, more.get(place).plus(next));
    } else {
      more.add(place, next);
    }
    long oldest = more.get(more.size() - 1).at() - LENGTH + 1;
    more.removeIf(second -> second.at() < oldest);
    return new Trend(more);
  }
}
