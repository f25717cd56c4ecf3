package dev.harness.run;

import dev.harness.plan.CheckId;
import dev.harness.verdict.Alert;
import dev.harness.verdict.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run amounts to, folded from its events: while it lasts, and once more from its journal. It
 * holds results, and of windows no more than a chart shows, however long the run is.
 *
 * <p>A run whose last event is missing was cut off: of the check that was under way it tells the
 * windows that had closed, and the whole is inconclusive at best.
 */
public final class RunFold implements RunEvents.Judge {
  private final List<CheckResult> results = new ArrayList<>();
  private final List<CheckTimeline> timelines = new ArrayList<>();
  private final ProcessUse use = new ProcessUse();
  private RunEvent.@Nullable RunStarted started;
  private RunEvent.@Nullable RunEnded ended;
  private @Nullable Alerting alerting;
  private @Nullable OpenCheck open;
  private Map<String, String> facts = Map.of();
  private long startNanos;
  private long lastNanos;
  private @Nullable Long lastWindowNanos;

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException where it comes before the start of the run
   */
  @Override
  public void accept(long at, RunEvent event) {
    if (event instanceof RunEvent.RunStarted start) {
      started = start;
      startNanos = at;
      alerting = new Alerting(start.plan(), start.host().logicalCpus());
    }
    if (alerting == null) {
      throw new IllegalStateException("the run has not started: " + event);
    }
    lastNanos = at;
    alerting.accept(at, event);
    follow(at, event);
  }

  private void follow(long at, RunEvent event) {
    if (event instanceof RunEvent.FactsFound found) {
      facts = found.facts();
    } else if (event instanceof RunEvent.Sampled sampled) {
      use.add(sampled.processes());
      if (open != null) {
        open.sampled(at, sampled);
      }
    } else if (event instanceof RunEvent.CheckStarted start) {
      open = open(at, start.check());
    } else if (event instanceof RunEvent.PhaseStarted start && open != null) {
      open.phaseStarted(at, start);
    } else if (event instanceof RunEvent.BreachSeen seen && open != null) {
      open.breachSeen(seen.breach());
    } else if (event instanceof RunEvent.WindowClosed closed) {
      lastWindowNanos = at;
      if (open != null) {
        open.windowClosed(at, closed);
      }
    } else if (event instanceof RunEvent.CheckEnded end) {
      results.add(end.result());
      if (open != null) {
        timelines.add(open.timeline(startNanos));
      }
      open = null;
    } else if (event instanceof RunEvent.RunEnded end) {
      ended = end;
    }
  }

  private @Nullable OpenCheck open(long at, CheckId id) {
    return started == null
        ? null
        : started.plan().checks().stream()
            .filter(check -> check.id().equals(id))
            .findFirst()
            .map(check -> new OpenCheck(check, at))
            .orElse(null);
  }

  /** The first critical alert that fired, in plain words; empty where none has. */
  Optional<String> failure() {
    return alerting == null
        ? Optional.empty()
        : alerting.log().alerts().stream()
            .filter(Alert::fails)
            .findFirst()
            .map(alert -> "critical alert fired: " + alert.rule().trigger());
  }

  /** Whether there is anything to tell. */
  public boolean started() {
    return started != null;
  }

  /** Whether the run came to its end, be it that somebody asked it to. */
  public boolean ended() {
    return ended != null;
  }

  /** Checks that came to their end. */
  public int checksEnded() {
    return results.size();
  }

  /** When the last window closed; empty where none did. */
  public Optional<Instant> lastWindow() {
    return started == null || lastWindowNanos == null
        ? Optional.empty()
        : Optional.of(started.at().plusNanos(lastWindowNanos - startNanos));
  }

  /**
   * All that is known by now.
   *
   * @throws IllegalStateException where the run has not started
   */
  public RunRecord record() {
    if (started == null || alerting == null) {
      throw new IllegalStateException("the run has not started");
    }
    var all = new ArrayList<>(results);
    var allTimelines = new ArrayList<>(timelines);
    if (open != null) {
      all.add(open.cutOff(lastNanos));
      allTimelines.add(open.timeline(startNanos));
    }
    return new RunRecord(
        started.plan(),
        started.at(),
        (lastNanos - startNanos) / 1e9,
        all,
        allTimelines,
        started.host(),
        facts,
        use.byRole(),
        alerting.log(),
        started.unused(),
        ended == null ? Optional.of(ExitCode.INCONCLUSIVE) : ended.interruption(),
        Optional.empty(),
        List.of());
  }
}
