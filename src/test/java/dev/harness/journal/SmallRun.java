package dev.harness.journal;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.FakeCheck;
import dev.harness.run.Findings;
import dev.harness.run.Interruption;
import dev.harness.run.NoTargets;
import dev.harness.run.Rig;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.Runner;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.drive.Phase;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A run of three checks, with much in it that a run can have: several outcomes, figures that are
 * missing, a broken limit, a breach, an alert that fires, a target that cannot be reached.
 *
 * @param checks all that it knows of
 * @param entries its events, as a journal numbers them
 * @param record what its runner returned
 */
record SmallRun(List<Check> checks, List<Entry> entries, RunRecord record) {
  private static final Metric LEAKS =
      new Metric("connection_leaks", Unit.COUNT, "connections not given back");
  private static final Metric EMPTY = new Metric("empty", Unit.YES_NO, "never measured");

  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(
              Map.of(
                  DatabaseLimits.QUERY, new Limit(100, "mine"),
                  LoadLimits.GRACEFUL, new Limit(1, "default"))),
          List.of(
              AlertRule.parse("connection_leaks > 0", Severity.CRITICAL),
              AlertRule.parse("burn_rate_99.95_1h > 14.4", Severity.WARNING)),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);

  /** Runs it, each event a few milliseconds after the one before. */
  static SmallRun toldTo(RunEvents.Judge journal) {
    var ticker = new ManualTicker();
    var events = RunEvents.inline(ticker);
    var entries = new CopyOnWriteArrayList<Entry>();
    List<Check> checks = checks(entries);
    events.judge(
        (at, event) -> {
          entries.add(new Entry(entries.size() + 1, at, event));
          ticker.advance(Duration.ofMillis(7));
        });
    events.judge(journal);
    RunRecord record =
        new Runner(new NoTargets(), InlineLoop.driver(ticker), events, new Interruption(), ticker)
            .run(new RunPlan("run-1", new Seed(7), Profile.QUICK, checks, false, RULES), checks);
    return new SmallRun(checks, entries, record);
  }

  private static List<Check> checks(List<Entry> entries) {
    return List.of(
        check("passing", rig -> measured(rig, 1, Outcome.COMPLETED)),
        check("failing", rig -> measured(rig, 101, Outcome.failed("status-500"))),
        check(
            "unreachable",
            rig -> {
              // The sampler has a thread of its own, and may come late.
              rig.holdsWithin(Duration.ofMinutes(1), () -> sampled(entries));
              String anothers = rig.isolation().canaryOf("user-9");
              rig.isolation().own(rig.users(1).contextOf(0), "answer", anothers);
              rig.targets().service();
              return Findings.NONE;
            }));
  }

  private static boolean sampled(List<Entry> entries) {
    return entries.stream().anyMatch(entry -> entry.event() instanceof RunEvent.Sampled);
  }

  private static Findings measured(Rig rig, double millis, Outcome other) {
    rig.warmUp(phase(rig, Outcome.COMPLETED));
    rig.drive(phase(rig, other));
    rig.drive(phase(rig, other));
    return Findings.NONE
        .with(DatabaseLimits.QUERY, Figure.of(millis, 20))
        .with(LEAKS, Figure.of(2))
        .with(EMPTY, Figure.missing("nobody \"knows\"\nwhy"))
        .with(List.of(new Breach(Duration.ofMillis(3), "user-1", "user-2", "request 7", "body")))
        .note("a note with ünusual characters");
  }

  /** Nine operations in ten complete. */
  private static Phase phase(Rig rig, Outcome other) {
    return new Phase(
        "requests",
        Closed.of(2, 400),
        rig.users(3),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(1),
        attempt -> Future.succeededFuture(attempt.index() % 10 == 9 ? other : Outcome.COMPLETED));
  }

  private static Check check(String name, Function<Rig, Findings> action) {
    return new FakeCheck(
        name,
        Budget.seconds(1, 1, 1),
        List.of(Criterion.key(DatabaseLimits.QUERY), Criterion.fixed(EMPTY, Bound.AT_LEAST, 1)),
        action,
        true);
  }
}
