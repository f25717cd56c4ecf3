package dev.harness.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.measure.Breach;
import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Failure;
import dev.harness.measure.Figure;
import dev.harness.measure.Strain;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.SteadyState;
import java.util.Locale;
import java.util.TreeMap;

/** One check in {@code report.json}. */
final class CheckJson {
  private CheckJson() {}

  static void write(RunRecord record, CheckResult result, ObjectNode json) {
    json.put("check", result.check().id().toString())
        .put("load", result.check().load())
        .put("status", result.verdict().status())
        .put("verdict", result.verdict().id())
        .put("duration_seconds", result.seconds());
    result.trouble().ifPresent(trouble -> json.put("reason", trouble.reason()));
    var judgements = json.putArray("judgements");
    result.judgements().forEach(judgement -> judgement(judgement, judgements.addObject()));
    ObjectNode figures = json.putObject("figures");
    result
        .findings()
        .figures()
        .forEach(
            (metric, figure) -> {
              ObjectNode one = figures.putObject(metric.id());
              figure(figure, one);
              one.put("unit", metric.unit().symbol()).put("description", metric.description());
            });
    var phases = json.putArray("phases");
    result.phases().forEach(phase -> phase(phase, phases.addObject()));
    var notes = json.putArray("notes");
    result.findings().notes().forEach(notes::add);
    var breaches = json.putArray("breaches");
    result.findings().breaches().forEach(breach -> breach(breach, breaches.addObject()));
    if (!breaches.isEmpty()) {
      json.put("run_again", Again.command(record.plan(), result.check()));
    }
  }

  private static void breach(Breach breach, ObjectNode json) {
    json.put("at_seconds", breach.at().toNanos() / 1e9)
        .put("reader", breach.reader())
        .put("owner", breach.owner())
        .put("operation", breach.operation())
        .put("where", breach.where());
  }

  private static void judgement(Judgement judgement, ObjectNode json) {
    var criterion = judgement.criterion();
    json.put("threshold", criterion.name())
        .put("metric", criterion.metric().id())
        .put("unit", criterion.metric().unit().symbol());
    figure(judgement.figure(), json);
    if (judgement.limit() != null) {
      json.put("bound", criterion.bound().symbol())
          .put("limit", judgement.limit().value())
          .put("limit_from", judgement.limit().origin());
    }
    number(json, "margin_percent", judgement.marginPercent());
    json.put("verdict", judgement.verdict().id());
    if (!judgement.reason().isEmpty()) {
      json.put("reason", judgement.reason());
    }
  }

  private static void figure(Figure figure, ObjectNode json) {
    if (figure instanceof Figure.Measured measured) {
      json.put("value", measured.value()).put("samples", measured.samples());
      if (measured.estimated()) {
        number(json, "lower", measured.lower());
        number(json, "upper", measured.upper());
      }
    } else if (figure instanceof Figure.Missing missing) {
      json.putNull("value").put("missing", missing.reason());
    }
  }

  private static void phase(PhaseResult phase, ObjectNode json) {
    Counts counts = phase.counts();
    json.put("name", phase.name())
        .put("load", phase.kind().id())
        .put("seconds", phase.seconds())
        .put("due", counts.due())
        .put("completed", counts.completed())
        .put("refused", counts.refused())
        .put("failed", counts.failed())
        .put("timed_out", counts.timedOut())
        .put("expired", counts.expired())
        .put("unfinished", counts.unfinished())
        .put("dropped", counts.dropped());
    if (phase.whole()) {
      json.put("late", phase.late())
          .put("peak_in_flight", phase.peakInFlight())
          .put("mean_in_flight", phase.meanInFlight());
    }
    times(phase.response(), json.putObject("response_time_ms"));
    times(phase.service(), json.putObject("service_time_ms"));
    times(phase.total().lag(), json.putObject("generator_lag_ms"));
    if (phase.whole()) {
      fitness(phase, json);
    }
    ObjectNode reasons = json.putObject("reasons");
    new TreeMap<>(phase.total().reasons()).forEach(reasons::put);
    var failures = json.putArray("first_failures");
    phase.total().failures().forEach(failure -> failure(failure, failures.addObject()));
  }

  /** Whether it can be judged by, and why not. */
  private static void fitness(PhaseResult phase, ObjectNode json) {
    json.put("windows", phase.windows().windows())
        .put("windows_not_offered", phase.windows().withoutData());
    SteadyState steady = phase.steadyState();
    ObjectNode state = json.putObject("steady_state").put("claim", steady.claim().id());
    number(state, "cut_seconds", steady.cutSeconds());
    number(state, "drift_percent", steady.driftPercent());
    if (!steady.reason().isEmpty()) {
      state.put("reason", steady.reason());
    }
    strain(phase.strain(), json.putObject("generator"));
    Fitness fitness = phase.fitness();
    fitness.excuse().ifPresent(reason -> json.put("excuse", reason));
    fitness.spoiled().ifPresent(reason -> json.put("spoiled", reason));
  }

  private static void strain(Strain strain, ObjectNode json) {
    number(json, "busiest_loop_percent", strain.loopPercent());
    number(json, "busiest_loop_wait_percent", strain.loopWaitPercent());
    number(json, "collection_pause_ms", 1_000 * strain.pauseSeconds());
    number(json, "stolen_percent", strain.stolenPercent());
    number(json, "throttled_percent", strain.throttledPercent());
  }

  private static void failure(Failure failure, ObjectNode json) {
    json.put("at_seconds", failure.at().toNanos() / 1e9)
        .put("user", failure.user())
        .put("operation", failure.operation())
        .put("outcome", failure.outcome().kind().name().toLowerCase(Locale.ROOT));
    if (!failure.outcome().reason().isEmpty()) {
      json.put("reason", failure.outcome().reason());
    }
  }

  private static void times(Distribution times, ObjectNode json) {
    json.put("samples", times.count());
    percentile(json, "p50", times.percentile(0.50));
    percentile(json, "p95", times.percentile(0.95));
    percentile(json, "p99", times.percentile(0.99));
    number(json, "max", times.maxMillis());
    if (times.overflow() > 0) {
      json.put("out_of_range", times.overflow());
    }
  }

  /** Of too few samples there is none. */
  private static void percentile(ObjectNode json, String name, Figure figure) {
    if (figure instanceof Figure.Measured measured) {
      json.put(name, measured.value());
    }
  }

  /** JSON has no NaN and no infinity: where there is no number there is no field. */
  static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    }
  }
}
