package dev.harness.run;

import dev.harness.measure.Figure;
import dev.harness.measure.Recorder;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Source;
import dev.harness.plan.AlertRule;
import dev.harness.plan.CheckId;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Observation;
import dev.harness.verdict.TrailingWindows;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private final List<AlertRule> rules;
  private final Set<CheckId> watched;
  private final TargetHistory target;
  private final Map<Subject, Alert> alerts = new LinkedHashMap<>();
  private final Map<AlertRule, String> notEvaluated = new LinkedHashMap<>();
  private @Nullable Watch watch;
  private long nowNanos;

  /**
   * @param logicalCpus of the machine: utilization is of all of them
   */
  Alerting(RunPlan plan, int logicalCpus) {
    this.rules = plan.ruleset().alertRules().stream().distinct().toList();
    this.watched =
        plan.checks().stream()
            .filter(Check::alerting)
            .map(Check::id)
            .collect(Collectors.toUnmodifiableSet());
    this.target = new TargetHistory(logicalCpus);
    rules.forEach(rule -> notEvaluated.put(rule, unseen(rule)));
  }

  private record Subject(AlertRule rule, CheckId check, String phase) {
    Alert inactive() {
      return Alert.inactive(rule, check, phase);
    }
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
  public synchronized void accept(long at, RunEvent event) {
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
  synchronized AlertLog log() {
    return new AlertLog(!watched.isEmpty(), List.copyOf(alerts.values()), notEvaluated);
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
      check.loads().put(started.phase(), new Load(since(check), TrailingWindows.EMPTY));
    } else if (event instanceof RunEvent.PhaseStarted started) {
      check.loads().remove(started.phase());
    } else if (event instanceof RunEvent.WindowClosed closed && closed.check().equals(check.id())) {
      closed(check, closed);
    } else if (event instanceof RunEvent.Sampled) {
      rules(Source.SAMPLE).forEach(rule -> observe(check, rule, target.figure(rule.metric())));
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
    var figures = new EnumMap<AlertMetric, Figure>(AlertMetric.class);
    for (AlertRule rule : rules(Source.WINDOW)) {
      Figure figure = figures.computeIfAbsent(rule.metric(), load.windows()::figure);
      Observation seen = load.windows().observe(rule, figure);
      var subject = new Subject(rule, check.id(), closed.phase());
      observe(subject, load.begun().plusNanos(end), seen, figure);
    }
  }

  private void ended(Watch check, CheckResult result) {
    target.settle();
    var found = new HashMap<String, Figure>();
    result.findings().figures().forEach((metric, figure) -> found.put(metric.id(), figure));
    for (AlertRule rule : rules) {
      if (rule.metric() == AlertMetric.SYSTEM_CRASHES) {
        observe(check, rule, target.figure(rule.metric()));
      } else if (rule.metric().source() == Source.CHECK_END) {
        observe(check, rule, found.getOrDefault(rule.metric().id(), NO_FINDING));
      }
    }
    watch = null;
  }

  private void observe(Watch check, AlertRule rule, Figure figure) {
    var subject = new Subject(rule, check.id(), WHOLE_CHECK);
    observe(subject, since(check), Observation.of(rule, figure), figure);
  }

  private void observe(Subject subject, Duration at, Observation seen, Figure figure) {
    alerts.put(subject, alerts.getOrDefault(subject, subject.inactive()).observe(at, seen, figure));
    if (seen != Observation.NO_DATA) {
      notEvaluated.remove(subject.rule());
    } else if (figure instanceof Figure.Missing missing) {
      notEvaluated.computeIfPresent(subject.rule(), (rule, reason) -> missing.reason());
    }
  }

  private List<AlertRule> rules(Source source) {
    return rules.stream().filter(rule -> rule.metric().source() == source).toList();
  }

  private Duration since(Watch check) {
    return Duration.ofNanos(nowNanos - check.startNanos());
  }

  private String unseen(AlertRule rule) {
    if (rule.metric().source() == Source.BASELINE) {
      return "there is no baseline";
    }
    return watched.isEmpty() ? "no check of this run alerts" : "nothing was observed";
  }
}
