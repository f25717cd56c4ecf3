package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.SourceMetric;
import dev.harness.report.NumberText;
import java.util.Optional;

/** What to try next, from an alarm that fired and its figure. */
final class Advice {
  private static final NumberText NUMBERS = new NumberText(1);

  private Advice() {}

  /** Empty for what nothing can be done about by rule. */
  static Optional<String> of(Alarm alarm) {
    Figure figure = alarm.first().orElseThrow().figure();
    AlertMetric metric = alarm.rule().metric();
    String value = NUMBERS.of(figure, metric.unit());
    String who = alarm.subject().text();
    if (metric == Watched.MEMORY_SLOPE) {
      return Optional.of(
          "%s gains %s: compare two heap dumps (JVM: jcmd PID GC.heap_dump) some minutes apart"
              .formatted(who, value));
    }
    if (metric == Sampled.MEMORY_GROWTH) {
      return Optional.of(
          "%s has %s more than at the start: watch longer, to see whether it goes on"
              .formatted(who, value));
    }
    if (metric == Watched.OPEN_FILES_GROWTH) {
      return Optional.of(
          "%s holds %s more open files: list them (lsof -p PID) and look for what is not closed"
              .formatted(who, NUMBERS.of(figure, Unit.COUNT)));
    }
    if (metric == Watched.PROCESS_CPU || metric == Sampled.CPU_UTILIZATION) {
      return Optional.of(
          "%s used %s CPU: see which thread does (top -H -p PID; JVM: jcmd PID Thread.print)"
              .formatted(who, value));
    }
    if (metric == Watched.HOST_MEMORY || metric == Watched.HOST_CPU) {
      return Optional.of(
          "the host was at %s of its %s: what is measured on it now tells of that, too"
              .formatted(value, metric == Watched.HOST_MEMORY ? "memory" : "processors"));
    }
    return metric instanceof SourceMetric told ? of(told, who, value) : Optional.empty();
  }

  private static Optional<String> of(SourceMetric metric, String who, String value) {
    return Optional.ofNullable(
        switch (metric) {
          case HEAP_FILLED ->
              "%s keeps %s of its heap after a collection: give it more (-Xmx), or see what is kept"
                  .formatted(who, value);
          case GC_TIME ->
              "%s stood still for %s of the time to collect: see what allocates (jcmd PID JFR.start)"
                  .formatted(who, value);
          case DB_DEADLOCKS ->
              "%s saw deadlocks (%s): its log tells which statements waited for each other"
                  .formatted(who, value);
          case DB_OLDEST_TRANSACTION ->
              "%s has a transaction that is open for %s: see whose (pg_stat_activity.xact_start)"
                  .formatted(who, value);
          default -> null;
        });
  }
}
