package dev.harness.report;

import dev.harness.measure.Breach;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertRule;
import dev.harness.plan.CheckId;
import dev.harness.plan.Condition;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.Suite;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.plan.threshold.StabilityLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.plan.threshold.WebsocketLimits;
import dev.harness.random.Seed;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.CheckTimeline;
import dev.harness.run.Findings;
import dev.harness.run.LoadTimeline;
import dev.harness.run.LoadTimeline.Point;
import dev.harness.run.ResourceUse;
import dev.harness.run.Rig;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.UseSample;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.Observation;
import dev.harness.verdict.Verdict;
import dev.harness.verdict.WindowTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run whose every number is known, made of the records that a real one is made of. */
public final class SampleRun {
  static final Metric STREAMS_LEFT =
      new Metric("streams_left", Unit.COUNT, "streams that are still there after their clients");

  /** What requests are judged on. */
  static final List<Criterion> REQUESTS =
      List.of(
          Criterion.key(ConcurrentRequestLimits.SUCCESS_RATE),
          Criterion.key(ConcurrentRequestLimits.P95));

  private static final String HOSTILE =
      "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
          + " | `a` [b](http://c) @everyone \u202e\u001b[31m\uffff";

  private static final Thresholds LIMITS =
      new Thresholds(
          Map.of(
              ConcurrentRequestLimits.SUCCESS_RATE, new Limit(95, "limits.json"),
              ConcurrentRequestLimits.P95, new Limit(500, "default"),
              DatabaseLimits.TRANSACTION_RATE, new Limit(100, "default"),
              WebsocketLimits.EVENT_RATE, new Limit(1_000, "default"),
              StabilityLimits.UPTIME, new Limit(99.9, "default")));
  static final Ruleset RULES =
      new Ruleset(LIMITS, List.of(), TestConfiguration.DEFAULT, EnvironmentRequirements.DEFAULT);

  private SampleRun() {}

  /** A check that passes narrowly, one that breaks its limit, one without data, one in trouble. */
  public static RunRecord mixed() {
    return record(List.of(requests(), transactions(), events(), cleanup()), Optional.empty());
  }

  public static RunRecord passed() {
    return record(List.of(requests()), Optional.empty());
  }

  public static RunRecord cutShort() {
    return record(List.of(requests()), Optional.of(ExitCode.INTERRUPTED));
  }

  static RunRecord record(List<CheckResult> results, Optional<ExitCode> interruption) {
    var checks = new java.util.ArrayList<>(results.stream().map(CheckResult::check).toList());
    if (interruption.isPresent()) {
      checks.add(new ListedCheck(Suite.STRESS, "rapid-cycles", List.of(), Budget.seconds(1, 2, 3)));
    }
    checks.add(new ListedCheck(Suite.STRESS, "user-limit", List.of(), Budget.seconds(0, 9, 9)));
    return new RunRecord(
        new RunPlan("k3x9", new Seed(1), Profile.QUICK, checks, false, RULES),
        Instant.parse("2026-01-02T03:04:05Z"),
        12.5,
        results,
        results.stream().map(result -> timeline(result.check().id())).toList(),
        new HostFacts("Linux", "6.1", "amd64", "Some CPU", 2, 8L << 30),
        Map.of("harness_version", "0.1.0", "postgresql_version", "18.6"),
        Map.of("target", new ResourceUse(12, 300L << 20, 280L << 20, 4_500_000_000L, 31, 1_050)),
        AlertLog.NONE,
        List.of(StabilityLimits.UPTIME),
        interruption,
        Optional.empty(),
        List.of());
  }

  /** A target that sends what a browser or a terminal would act on, wherever its text may come. */
  public static RunRecord hostile() {
    CheckResult requests =
        requests(
            hundredRequests(
                "requests\u001b[2J<script>document.title='owned'</script>", HOSTILE, HOSTILE));
    Findings findings =
        requests
            .findings()
            .note(HOSTILE)
            .with(
                List.of(
                    new Breach(Duration.ofMillis(1_500), "user-1", "user-2", HOSTILE, HOSTILE)));
    var told =
        new CheckResult(
            requests.check(),
            findings,
            requests.judgements(),
            requests.phases(),
            1.75,
            Optional.empty());
    RunRecord run = record(List.of(told, inTrouble(HOSTILE)), Optional.empty());
    return new RunRecord(
        run.plan(),
        run.started(),
        run.seconds(),
        run.results(),
        run.timelines(),
        run.host(),
        Map.of("target_version", HOSTILE),
        run.use(),
        firing(requests.check().id()),
        run.unused(),
        run.interruption(),
        run.baseline(),
        List.of(HOSTILE));
  }

  /** An alert of that check, by an unkind name, that fired after 2 s. */
  private static AlertLog firing(CheckId check) {
    var rule =
        new AlertRule(
            "<script>document.title='owned'</script>",
            Condition.parse("response_time_p95 > 100ms"),
            AlertRule.Severity.CRITICAL,
            Duration.ZERO,
            Duration.ofSeconds(1));
    Alert alert =
        Alert.inactive(rule, check, "")
            .observe(Duration.ofSeconds(2), Observation.HOLDS, Figure.of(204, 400));
    return new AlertLog(true, List.of(alert), Map.of());
  }

  /** Three seconds, of which in the last nothing came back. */
  private static CheckTimeline timeline(CheckId check) {
    return new CheckTimeline(
        check,
        0.5,
        List.of(
            new LoadTimeline(
                "requests",
                Kind.STEADY,
                false,
                List.of(
                    new Point(0.25, 1, new Counts(50, 50, 0, 0, 0, 0, 0, 0), 10, 20, 30, 40),
                    new Point(1.25, 1, new Counts(50, 47, 2, 0, 1, 0, 0, 0), 12, 24, 36, 48),
                    new Point(
                        2.25,
                        0.5,
                        new Counts(25, 0, 0, 25, 0, 0, 0, 0),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)))),
        List.of(use(0.2, 100, 1_000), use(1.2, 120, 1_500), use(2.2, 110, 2_100)));
  }

  private static UseSample use(double at, long megabytes, long cpuMillis) {
    return new UseSample(
        at,
        new HostSample(4L << 30, 0, 50, 1.5, 0, 1_000),
        Map.of(
            "target",
            new ProcessSample(megabytes << 20, megabytes << 21, cpuMillis * 1_000_000, 30, 100)));
  }

  private static CheckResult requests() {
    return requests(hundredRequests("requests", "request", "user-1"));
  }

  private static CheckResult requests(PhaseResult phase) {
    return judged(
        Suite.CONCURRENCY,
        "concurrent-requests",
        REQUESTS,
        Findings.NONE
            .with(ConcurrentRequestLimits.SUCCESS_RATE, phase.success())
            .with(ConcurrentRequestLimits.P95, phase.response().percentile(0.95))
            .note("a burst: it makes no claim to be steady"),
        List.of(phase));
  }

  private static CheckResult transactions() {
    return judgedOn(DatabaseLimits.TRANSACTION_RATE, "transaction-throughput", Figure.of(80, 400));
  }

  private static CheckResult events() {
    return judgedOn(
        WebsocketLimits.EVENT_RATE,
        "dispatch-rate",
        Figure.missing("the stream ended early: \u001b[2J\u0007bye"));
  }

  private static CheckResult cleanup() {
    return inTrouble("cannot connect:\r\n\u001b[31mno such \u202ehost\u009b1m");
  }

  /** A check that could not come to its end, for that reason. */
  static CheckResult inTrouble(String reason) {
    Check check =
        new ListedCheck(
            Suite.WEBSOCKET,
            "cleanup",
            List.of(Criterion.fixed(STREAMS_LEFT, Bound.AT_MOST, 0)),
            Budget.seconds(1, 1, 1));
    return new CheckResult(
        check,
        Findings.NONE,
        List.of(),
        List.of(),
        0.25,
        Optional.of(new Trouble(Verdict.ERROR, ExitCode.UNREACHABLE, reason, Optional.empty())));
  }

  static CheckResult judgedOn(ThresholdKey key, String name, Figure figure) {
    Suite suite = key.section().startsWith("database") ? Suite.DATABASE : Suite.WEBSOCKET;
    return judged(
        suite, name, List.of(Criterion.key(key)), Findings.NONE.with(key, figure), List.of());
  }

  static CheckResult judged(
      Suite suite,
      String name,
      List<Criterion> criteria,
      Findings findings,
      List<PhaseResult> phases) {
    return judged(suite, name, criteria, findings, phases, Fitness.FIT);
  }

  static CheckResult judged(
      Suite suite,
      String name,
      List<Criterion> criteria,
      Findings findings,
      List<PhaseResult> phases,
      Fitness fitness) {
    Check check = new ListedCheck(suite, name, criteria, Budget.seconds(2, 3, 5));
    var judgements = new Evaluator(LIMITS).judge(criteria, findings.figures(), fitness);
    return new CheckResult(check, findings, judgements, phases, 1.75, Optional.empty());
  }

  /** A hundred at once: 97 answered after 1 ms, 2 ms, …; two refused, and one timed out. */
  private static PhaseResult hundredRequests(String name, String operation, String user) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 1; i <= 100; i++) {
      recorder.due(0);
      recorder.lag(0, 1_000);
      recorder.record(new Sample(operation, user, 0, 1_000, i * 1_000_000L, outcome(i)));
    }
    WindowSnapshot window = recorder.closeAll().get(0);
    return new PhaseResult(
        name,
        window,
        WindowTally.of(window),
        100_000_000,
        Kind.BURST,
        100,
        5_050_000_000L,
        1,
        new Strain(0.1, 0.04, 0, 0.012, 0, Double.NaN));
  }

  private static Outcome outcome(int i) {
    if (i <= 97) {
      return Outcome.COMPLETED;
    }
    return i == 100 ? Outcome.TIMED_OUT : Outcome.refused("user-limit");
  }

  /** A check that is only told of. */
  private record ListedCheck(Suite suite, String name, List<Criterion> criteria, Budget budget)
      implements Check {
    @Override
    public CheckId id() {
      return new CheckId(suite, name);
    }

    @Override
    public String load() {
      return "what a test says";
    }

    @Override
    public Findings run(Rig rig) {
      throw new UnsupportedOperationException("it has run already");
    }
  }
}
