package dev.harness.run;

import dev.harness.verdict.LiveBreach;
import dev.harness.verdict.LiveLimit;
import dev.harness.verdict.WatchedLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the limits of the check that runs against the last windows of its loads: what breaks just
 * now, for whoever looks on. It never decides a verdict.
 *
 * <p>Written by the pipeline alone; {@link #breaking} may be asked from any thread.
 */
public final class LiveThresholds implements RunEvents.Judge {
  private @Nullable RunPlan plan;

  /** By phase: those that are driven now, or were last. */
  private final Map<String, WatchedLoad> loads = new LinkedHashMap<>();

  private volatile List<LiveBreach> breaking = List.of();

  @Override
  public void accept(long at, RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      plan = started.plan();
    } else if (event instanceof RunEvent.PhaseStarted started && plan != null) {
      begin(started, plan);
    } else if (event instanceof RunEvent.WindowClosed closed) {
      loads.computeIfPresent(closed.phase(), (phase, load) -> load.with(closed.window()));
    } else if (event instanceof RunEvent.CheckEnded) {
      loads.clear();
    }
    breaking = loads.values().stream().flatMap(load -> load.breaking().stream()).toList();
  }

  /** What breaks just now, in the order of loads and criteria. */
  public List<LiveBreach> breaking() {
    return breaking;
  }

  /** Loads that have had a window are over: side by side, all begin before the first of any. */
  private void begin(RunEvent.PhaseStarted started, RunPlan run) {
    loads.values().removeIf(WatchedLoad::seen);
    if (started.measured()) {
      run.checks().stream()
          .filter(check -> check.id().equals(started.check()))
          .map(check -> LiveLimit.of(check.criteria(), run.ruleset().thresholds(), started.phase()))
          .forEach(
              limits -> loads.put(started.phase(), WatchedLoad.begin(started.phase(), limits)));
    }
  }
}
