package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.MemoryLimits;
import dev.harness.plan.threshold.StabilityLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckTimeline;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.RunRecord;
import dev.harness.run.UseSample;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.WindowTally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class CluesTest {
  private static final long MILLI = 1_000_000;
  private static final Strain AT_EASE = new Strain(1, 0.1, 0, 0, 0, Double.NaN);
  private static final ThresholdKey P95 = ConcurrentRequestLimits.P95;
  private static final ThresholdKey SUCCESS = ConcurrentRequestLimits.SUCCESS_RATE;

  @Test
  void whatWaitsBeforeItIsSentIsToldFromWhatIsSlow() {
    PhaseResult waits = load(i -> 800 * MILLI, i -> 20 * MILLI, Kind.BURST, AT_EASE);
    PhaseResult slow = load(i -> 0, i -> 820 * MILLI, Kind.BURST, AT_EASE);

    assertThat(ofP95(waits)).contains("800 ms of 820 ms at P95 are waiting for one of the 7");
    assertThat(ofP95(slow)).doesNotContain("waiting for one of");
  }

  @Test
  void aClosedLoadDoesNotSeeWhatWaits() {
    PhaseResult closed = load(i -> 800 * MILLI, i -> 20 * MILLI, Kind.CLOSED, AT_EASE);

    assertThat(ofP95(closed)).contains("response_time_p95 is 82").doesNotContain("waiting for one");
  }

  @Test
  void aLongTailIsToldFromOperationsThatAreAllSlow() {
    PhaseResult tail =
        load(i -> 0, i -> i % 10 == 0 ? 900 * MILLI : 10 * MILLI, Kind.BURST, AT_EASE);
    PhaseResult alike = load(i -> 0, i -> 900 * MILLI, Kind.BURST, AT_EASE);

    assertThat(ofP95(tail)).containsPattern("P99 is 90[0-9] ms, [89][0-9]\\.[0-9] times P50 \\(10");
    assertThat(ofP95(tail)).contains("few wait long");
    assertThat(ofP95(alike)).contains("1.0 times P50", "all are slow alike");
  }

  @Test
  void busyProcessorsAreToldFromIdleOnes() {
    CheckResult slow = judged(P95, load(i -> 0, i -> 900 * MILLI, Kind.BURST, AT_EASE));

    assertThat(text(slow, used(1_700, 200)))
        .contains("target 1.70, harness 0.20 of 2 processors at the most: there are no more");
    assertThat(text(slow, used(60, 40)))
        .contains("target 0.06, harness 0.04 of 2 processors at the most: it waits for something");
    assertThat(text(slow, used(700, 200))).doesNotContain("processors at the most");
  }

  @Test
  void whatDidNotCompleteIsToldByHowItEndedAndWhereTheFirstWas() {
    PhaseResult load =
        load(
            i -> 0,
            i -> MILLI,
            Kind.BURST,
            AT_EASE,
            i ->
                i % 4 == 0
                    ? Outcome.failed("status-500")
                    : i % 100 == 1 ? Outcome.TIMED_OUT : Outcome.COMPLETED);
    CheckResult result = judged(SUCCESS, load.success(), load);

    assertThat(text(result, List.of()))
        .contains(
            "success_rate is 74 %, the limit is ≥ 95 %",
            "100 of 104 that did not complete ended with status-500",
            "4 of 104 had no answer in time",
            "the first is request of user-1, after 0.000 s");
  }

  @Test
  void timesThatThereAreNoneOfAreToldByHowAllEnded() {
    PhaseResult load =
        load(i -> 0, i -> MILLI, Kind.BURST, AT_EASE, i -> Outcome.failed("status-404"));

    assertThat(text(judged(P95, load), List.of()))
        .contains(
            "P95 needs 59 samples, there are 0",
            "400 of 400 that did not complete ended with status-404");
  }

  @Test
  void aLateGeneratorIsToldWhatToDoByWhatHeldItBack() {
    var waited = new Strain(10, 3, 6.5, 0, 0, Double.NaN);
    var busy = new Strain(10, 9.5, 0, 0, 0, Double.NaN);

    assertThat(late(waited))
        .contains("the generator, not the target", "let nothing else compute")
        .doesNotContain("ask for less");
    assertThat(late(busy))
        .contains("one event loop can do no more", "ask for less")
        .doesNotContain("let nothing else compute");
  }

  @Test
  void aLeakIsToldByWhatStaysOfEachAndHowFarApartToLook() {
    Figure slope = Figure.estimate(1_000, 990, 1_010, 20);

    assertThat(text(limited(MemoryLimits.PERMANENT_LEAK, 100, slope), List.of()))
        .contains("1.00 KB stay of each (0.990 to 1.01 at 95 %)", "10,240 of them apart");
    assertThat(text(limited(StabilityLimits.LEAK, 2, Figure.estimate(40, 38, 42, 20)), List.of()))
        .contains("in a day that makes 960 MB", "0.3 hours apart");
  }

  @Test
  void whatLiesOnEitherSideOfItsLimitTakesMoreOfIt() {
    Figure between = Figure.estimate(100, 90, 110, 20);

    assertThat(text(limited(MemoryLimits.PERMANENT_LEAK, 100, between), List.of()))
        .contains("on either side of the limit; there is more of it with --profile standard");
  }

  @Test
  void aBreachIsToldByWhoSawWhoseAndWhere() {
    var breach =
        new Breach(Duration.ofMillis(1_500), "user-1", "user-2", "request-17", "answer to GET /x");
    CheckResult result =
        SampleRun.judged(
            Suite.CONCURRENCY,
            "isolation",
            List.of(IsolationLog.NO_BREACH),
            Findings.NONE.with(IsolationLog.BREACHES, Figure.of(3, 600)).with(List.of(breach)),
            List.of());

    assertThat(text(result, List.of()))
        .contains(
            "isolation_breaches is 3, the limit is ≤ 0",
            "first user-1 saw what is user-2's, in answer to GET /x, after 1.500 s");
  }

  private static String ofP95(PhaseResult load) {
    return text(judged(P95, load), List.of());
  }

  private static String late(Strain strain) {
    PhaseResult load = load(i -> 0, i -> 900 * MILLI, Kind.CHANGING, strain);
    Figure p95 = load.response().percentile(0.95);
    return text(
        SampleRun.judged(
            Suite.CONCURRENCY,
            "requests",
            List.of(Criterion.key(P95)),
            Findings.NONE.with(P95, p95),
            List.of(load),
            load.fitness()),
        List.of());
  }

  private static CheckResult judged(ThresholdKey key, PhaseResult load) {
    return judged(key, load.response().percentile(0.95), load);
  }

  private static CheckResult judged(ThresholdKey key, Figure figure, PhaseResult load) {
    return SampleRun.judged(
        Suite.CONCURRENCY,
        "requests",
        List.of(Criterion.key(key)),
        Findings.NONE.with(key, figure),
        List.of(load));
  }

  /** A figure of no load, judged by a limit that the sample's thresholds do not have. */
  private static CheckResult limited(ThresholdKey key, double limit, Figure figure) {
    return SampleRun.judged(
        Suite.MEMORY,
        "leak",
        List.of(Criterion.stated(key.metric(), key.bound(), new Limit(limit, "test"))),
        Findings.NONE.with(key, figure),
        List.of());
  }

  private static String text(CheckResult result, List<UseSample> use) {
    RunRecord run = SampleRun.record(List.of(result), Optional.empty());
    var timeline = new CheckTimeline(result.check().id(), 0, List.of(), use);
    var recommendations =
        Recommendations.of(
            new RunRecord(
                run.plan(),
                run.started(),
                run.seconds(),
                run.results(),
                List.of(timeline),
                run.host(),
                run.facts(),
                run.use(),
                run.alerts(),
                run.unused(),
                run.interruption(),
                run.baseline(),
                run.faults()));
    assertThat(recommendations).hasSize(1);
    return recommendations.get(0).text();
  }

  /** In one second of processor time, by process. */
  private static List<UseSample> used(long targetMillis, long harnessMillis) {
    return List.of(use(0, 0, 0), use(1, targetMillis, harnessMillis));
  }

  private static UseSample use(double at, long targetMillis, long harnessMillis) {
    return new UseSample(
        at,
        new HostSample(0, 0, 0, 0, 0, 0),
        Map.of("target", process(targetMillis), "harness", process(harnessMillis)));
  }

  private static ProcessSample process(long cpuMillis) {
    return new ProcessSample(0, 0, cpuMillis * MILLI, 1, 1);
  }

  private static PhaseResult load(
      IntToLongFunction waits, IntToLongFunction takes, Kind kind, Strain strain) {
    return load(waits, takes, kind, strain, i -> Outcome.COMPLETED);
  }

  /** Four hundred at once, seven of them under way together. */
  private static PhaseResult load(
      IntToLongFunction waits,
      IntToLongFunction takes,
      Kind kind,
      Strain strain,
      IntFunction<Outcome> ends) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 0; i < 400; i++) {
      long sent = waits.applyAsLong(i);
      recorder.due(0);
      recorder.lag(0, 1_000);
      recorder.record(
          new Sample("request", "user-1", 0, sent, sent + takes.applyAsLong(i), ends.apply(i)));
    }
    WindowSnapshot window = recorder.closeAll().get(0);
    return new PhaseResult(
        "requests", window, WindowTally.of(window), 1_000 * MILLI, kind, 7, MILLI, 0, strain);
  }
}
