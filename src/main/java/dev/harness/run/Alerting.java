package dev.harness.run;

import dev.harness.measure.Figure;
import dev.harness.measure.Recorder;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertRule;
import dev.harness.plan.CheckId;
import dev.harness.plan.WindowMetric;
import dev.harness.run.AlertStates.Subject;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Observation;
import dev.harness.verdict.TrailingWindows;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds alert rules against what happens in a run, as it happens, in the checks that ask for it.
 *
 * <p>A window is observed at the time of its end, not when it closes: after a stall many close at
 * once, and a rule must still see how long its condition held.
 */
final class Alerting implements RunEvents.Judge {
  private static final String WHOLE_CHECK = "";
  private static final Figure NO_FINDING = Figure.missing("the check does not measure it");

  private final Set<CheckId> watched;
  private final AlertStates states;
  private final Map<WindowMetric, List<AlertRule>> ofWindows;
  private final Map<AlertMetric.Sampled, List<AlertRule>> ofSamples;
  private final Map<AlertMetric.Found, List<AlertRule>> ofFindings;
  private final TargetHistory target;
  private @Nullable Watch watch;
  private long nowNanos;

  /**
   * @param logicalCpus of the machine: utilization is of all of them
   */
  Alerting(RunPlan plan, int logicalCpus) {
    this.watched =
        plan.checks().stream()
            .filter(Check::alerting)
            .map(Check::id)
            .collect(Collectors.toUnmodifiableSet());
    this.states = new AlertStates(plan.ruleset().alertRules(), !watched.isEmpty());
    this.ofWindows = states.on(WindowMetric.class);
    this.ofSamples = states.on(AlertMetric.Sampled.class);
    this.ofFindings = states.on(AlertMetric.Found.class);
    this.target = new TargetHistory(logicalCpus);
  }

  /** The check that is being watched. */
  private record Watch(CheckId id, long startNanos, Map<String, Load> loads) {}

  /** A phase that is being driven; begun at a time since the start of its check. */
  private record Load(Duration begun, TrailingWindows windows) {
    Load with(WindowSnapshot window) {
      return new Load(begun, windows.with(window));
    }
  }

  @Override
  public void accept(long at, RunEvent event) {
    nowNanos = at;
    if (event instanceof RunEvent.Sampled sampled) {
      target.add(nowNanos, sampled.processes());
    }
    if (event instanceof RunEvent.CheckStarted started) {
      begin(started.check());
    } else if (watch != null) {
      follow(watch, event);
    }
  }

  /** What there is to tell so far. */
  AlertLog log() {
    return states.log();
  }

  private void begin(CheckId check) {
    target.forgetEnds();
    watch = watched.contains(check) ? new Watch(check, nowNanos, new HashMap<>()) : null;
  }

  private void follow(Watch check, RunEvent event) {
    if (event instanceof RunEvent.PhaseStarted started && started.measured()) {
      if (check.loads().isEmpty()) {
        target.beginGrowth();
      }
      var load = new Load(since(check), TrailingWindows.of(ofWindows.keySet()));
      check.loads().put(started.phase(), load);
    } else if (event instanceof RunEvent.PhaseStarted started) {
      check.loads().remove(started.phase());
    } else if (event instanceof RunEvent.WindowClosed closed && closed.check().equals(check.id())) {
      closed(check, closed);
    } else if (event instanceof RunEvent.Sampled) {
      ofSamples.forEach((metric, rules) -> observe(check, rules, target.figure(metric)));
    } else if (event instanceof RunEvent.CheckEnded ended) {
      ended(check, ended.result());
    }
  }

  private void closed(Watch check, RunEvent.WindowClosed closed) {
    Load load = check.loads().computeIfPresent(closed.phase(), (p, l) -> l.with(closed.window()));
    if (load == null) {
      return;
    }
    long end = (closed.window().index() + 1) * Recorder.WINDOW_NANOS;
    Duration at = load.begun().plusNanos(end);
    ofWindows.forEach(
        (metric, rules) -> {
          Figure figure = load.windows().figure(metric);
          for (AlertRule rule : rules) {
            Observation seen = load.windows().observe(rule.condition());
            states.observe(new Subject(rule, check.id(), closed.phase()), at, seen, figure);
          }
        });
  }

  private void ended(Watch check, CheckResult result) {
    target.settle();
    AlertMetric.Sampled crashes = AlertMetric.Sampled.SYSTEM_CRASHES;
    observe(check, ofSamples.getOrDefault(crashes, List.of()), target.figure(crashes));
    var found = new HashMap<String, Figure>();
    result.findings().figures().forEach((metric, figure) -> found.put(metric.id(), figure));
    ofFindings.forEach(
        (metric, rules) -> observe(check, rules, found.getOrDefault(metric.id(), NO_FINDING)));
    watch = null;
  }

  private void observe(Watch check, List<AlertRule> rules, Figure figure) {
    for (AlertRule rule : rules) {
      var subject = new Subject(rule, check.id(), WHOLE_CHECK);
      states.observe(subject, since(check), Observation.of(rule.condition(), figure), figure);
    }
  }

  private Duration since(Watch check) {
    return Duration.ofNanos(nowNanos - check.startNanos());
  }
}
