package dev.harness.cli.live;

import dev.harness.measure.Counts;
import dev.harness.measure.Recorder;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The check that runs.
 *
 * @param budget the time that it may be expected to take
 * @param startNanos the clock's time at its start
 * @param loads those that are driven side by side now, or were last
 * @param trend the last minute, over all loads
 * @param counts of all operations so far
 * @param reasons refusals and failures so far, by class
 */
public record LiveCheck(
    CheckId id,
    Duration budget,
    long startNanos,
    List<LiveLoad> loads,
    Trend trend,
    Counts counts,
    Map<String, Long> reasons) {

  public LiveCheck {
    loads = List.copyOf(loads);
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }

  static LiveCheck begin(CheckId id, Duration budget, long nanos) {
    return new LiveCheck(id, budget, nanos, List.of(), Trend.NONE, Counts.ZERO, Map.of());
  }

  /** What is left of its budget; below 0 where it takes longer. */
  public Duration left(long nanos) {
    return budget.minusNanos(nanos - startNanos);
  }

  /** A load begins, beside those that have no window yet: those that have one are over. */
  LiveCheck load(String phase, boolean measured, long nanos) {
    boolean beside = loads.stream().noneMatch(LiveLoad::seen);
    var now = new ArrayList<LiveLoad>(beside ? loads : List.of());
    now.removeIf(load -> load.phase().equals(phase));
    now.add(
        load(phase)
            .map(before -> before.again(nanos))
            .orElseGet(() -> LiveLoad.begin(phase, measured, nanos)));
    return new LiveCheck(id, budget, startNanos, now, trend, counts, reasons);
  }

  /** A second of a load is over; one whose beginning was missed began with it. */
  LiveCheck window(String phase, WindowSnapshot window, long nanos) {
    LiveLoad load =
        load(phase).orElseGet(() -> LiveLoad.begin(phase, true, nanos)).with(window, nanos);
    var now = new ArrayList<>(loads);
    now.replaceAll(other -> other.phase().equals(phase) ? load : other);
    if (!now.contains(load)) {
      now.add(load);
    }
    long second = Math.floorDiv(load.startNanos(), Recorder.WINDOW_NANOS) + window.index();
    var sum = new TreeMap<>(reasons);
    window.reasons().forEach((reason, n) -> sum.merge(reason, n, Long::sum));
    return new LiveCheck(
        id, budget, startNanos, now, trend.with(second, window), counts.plus(window.counts()), sum);
  }

  private Optional<LiveLoad> load(String phase) {
    return loads.stream().filter(load -> load.phase().equals(phase)).findFirst();
  }
}
