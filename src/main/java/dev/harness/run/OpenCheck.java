package dev.harness.run;

import dev.harness.measure.Breach;
import dev.harness.measure.Recorder;
import dev.harness.measure.Thinned;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A check that is under way, as far as its closed windows tell. */
final class OpenCheck {
  private final Check check;
  private final long startNanos;

  /** The load that is under a phase's name now; none where it is a warm-up. */
  private final Map<String, Round> rounds = new HashMap<>();

  private final Map<String, OpenLoad> loads = new LinkedHashMap<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final Thinned<UseSample> use = new Thinned<>(CheckTimeline.MOST_POINTS, UseSample::then);

  OpenCheck(Check check, long startNanos) {
    this.check = check;
    this.startNanos = startNanos;
  }

  private record Round(Kind kind, long startNanos) {

    long windowStart(WindowSnapshot window) {
      return startNanos + window.index() * Recorder.WINDOW_NANOS;
    }

    /** A whole window is a second of it; at its end comes one that is not. */
    PhaseResult part(long at, RunEvent.WindowClosed closed) {
      WindowSnapshot window = closed.window();
      long sinceItsStart = at - windowStart(window);
      long elapsed = Math.max(0, Math.min(Recorder.WINDOW_NANOS, sinceItsStart));
      return PhaseResult.cutOff(closed.phase(), window, elapsed, kind);
    }
  }

  void phaseStarted(long at, RunEvent.PhaseStarted started) {
    if (started.measured()) {
      rounds.put(started.phase(), new Round(started.kind(), at));
    } else {
      rounds.remove(started.phase());
    }
  }

  void windowClosed(long at, RunEvent.WindowClosed closed) {
    Round round = rounds.get(closed.phase());
    if (round != null) {
      PhaseResult part = round.part(at, closed);
      long start = round.windowStart(closed.window()) - startNanos;
      OpenLoad load = loads.get(closed.phase());
      if (load == null) {
        loads.put(closed.phase(), new OpenLoad(part, start));
      } else {
        load.add(part, start);
      }
    }
  }

  void breachSeen(Breach breach) {
    breaches.add(breach);
  }

  void sampled(long at, RunEvent.Sampled sampled) {
    use.add(new UseSample((at - startNanos) / 1e9, sampled.host(), sampled.processes()));
  }

  /**
   * How it went until now, without the distributions that it takes to go on.
   *
   * @param runStartNanos when the run began
   */
  CheckTimeline timeline(long runStartNanos) {
    return new CheckTimeline(
        check.id(),
        (startNanos - runStartNanos) / 1e9,
        loads.values().stream().map(OpenLoad::timeline).toList(),
        use.values());
  }

  /** What there is to say of it where nothing more comes. */
  CheckResult cutOff(long at) {
    var trouble =
        new Trouble(
            Verdict.INCONCLUSIVE,
            ExitCode.INCONCLUSIVE,
            "cut off before it had all its figures",
            Optional.empty());
    Findings seen = IsolationLog.cutOff(breaches);
    return new CheckResult(
        check,
        seen,
        IsolationLog.judge(seen),
        loads.values().stream().map(OpenLoad::whole).toList(),
        (at - startNanos) / 1e9,
        Optional.of(trouble));
  }
}
