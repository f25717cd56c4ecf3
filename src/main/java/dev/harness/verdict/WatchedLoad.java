package dev.harness.verdict;

import dev.harness.measure.WindowSnapshot;
import java.util.List;
import java.util.stream.Stream;

/**
 * A load whose windows are held against limits while it lasts: a fold. Where a window has no data,
 * what was known before still holds.
 *
 * @param breaking those limits that the last windows with data break
 * @param seen whether it has had a window
 */
public record WatchedLoad(
    String phase,
    List<LiveLimit> limits,
    TrailingWindows windows,
    List<LiveBreach> breaking,
    boolean seen) {

  /** Before its first window. */
  public static WatchedLoad begin(String phase, List<LiveLimit> limits) {
    var windows = TrailingWindows.of(limits.stream().map(LiveLimit::metric).toList());
    return new WatchedLoad(phase, limits, windows, List.of(), false);
  }

  /** After one more window. */
  public WatchedLoad with(WindowSnapshot window) {
    TrailingWindows next = windows.with(window);
    List<LiveBreach> now = limits.stream().flatMap(limit -> judge(limit, next)).toList();
    return new WatchedLoad(phase, limits, next, now, true);
  }

  private Stream<LiveBreach> judge(LiveLimit limit, TrailingWindows next) {
    return switch (next.observe(limit.broken())) {
      case HOLDS -> Stream.of(new LiveBreach(phase, limit, next.figure(limit.metric())));
      case CLEAR -> Stream.empty();
      case NO_DATA -> breaking.stream().filter(breach -> breach.limit().equals(limit));
    };
  }
}
