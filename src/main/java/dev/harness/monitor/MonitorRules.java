package dev.harness.monitor;

import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.Condition;
import dev.harness.plan.Condition.Comparison;
import dev.harness.plan.Ruleset;
import dev.harness.plan.SourceMetric;
import dev.harness.plan.threshold.StabilityLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a monitor holds what it sees against: a leak by the limit of the thresholds file,
 * what is wrong on any machine, and those alert rules of the file that speak of what it sees.
 *
 * @param acting those
 * @param others rules of the file that speak of operations, of which a monitor sees none
 */
public record MonitorRules(List<AlertRule> acting, List<AlertRule> others) {
  /** Of one core. A process that is at work all the time is near the end of one thread. */
  private static final double BUSY_PERCENT = 90;

  private static final double OPEN_FILES = 20;
  private static final double HOST_MEMORY_PERCENT = 90;
  private static final double HOST_MEMORY_CRITICAL_PERCENT = 97;
  private static final double HOST_CPU_PERCENT = 95;

  /** Held on to right after a collection: little room is left to work in. */
  private static final double HEAP_PERCENT = 90;

  private static final double GC_PERCENT = 20;

  /** A transaction of a service that users wait for ends long before. */
  private static final double TRANSACTION_MILLIS = 60_000;

  public MonitorRules {
    acting = List.copyOf(acting);
    others = List.copyOf(others);
  }

  public static MonitorRules of(Ruleset ruleset) {
    var acting = new ArrayList<AlertRule>();
    ruleset
        .thresholds()
        .limit(StabilityLimits.LEAK)
        .ifPresent(
            limit -> acting.add(above(Watched.MEMORY_SLOPE, limit.value(), Severity.CRITICAL)));
    acting.add(above(Watched.OPEN_FILES_GROWTH, OPEN_FILES, Severity.WARNING));
    acting.add(above(Watched.PROCESS_CPU, BUSY_PERCENT, Severity.WARNING));
    acting.add(above(Watched.HOST_MEMORY, HOST_MEMORY_CRITICAL_PERCENT, Severity.CRITICAL));
    acting.add(above(Watched.HOST_MEMORY, HOST_MEMORY_PERCENT, Severity.WARNING));
    acting.add(above(Watched.HOST_CPU, HOST_CPU_PERCENT, Severity.WARNING));
    acting.add(above(SourceMetric.HEAP_FILLED, HEAP_PERCENT, Severity.WARNING));
    acting.add(above(SourceMetric.GC_TIME, GC_PERCENT, Severity.WARNING));
    acting.add(above(SourceMetric.DB_DEADLOCKS, 0, Severity.WARNING));
    acting.add(above(SourceMetric.DB_OLDEST_TRANSACTION, TRANSACTION_MILLIS, Severity.WARNING));
    var others = new ArrayList<AlertRule>();
    ruleset.alertRules().forEach(rule -> (seen(rule.metric()) ? acting : others).add(rule));
    return new MonitorRules(acting, others);
  }

  /** Whether a process ended or crashed cannot be told from outside: so that is no crash here. */
  private static boolean seen(AlertMetric metric) {
    return metric instanceof Watched
        || metric instanceof SourceMetric
        || metric == Sampled.MEMORY_GROWTH
        || metric == Sampled.CPU_UTILIZATION;
  }

  private static AlertRule above(AlertMetric metric, double limit, Severity severity) {
    return new AlertRule(new Condition(metric, Comparison.ABOVE, limit), severity);
  }
}
