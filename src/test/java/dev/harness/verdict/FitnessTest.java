package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.verdict.SteadyState.Claim;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FitnessTest {
  private static final long MILLI = 1_000_000;
  private static final Metric LATENCY = new Metric("latency", Unit.MILLISECONDS, "a time");
  private static final Metric LOST = new Metric("lost", Unit.COUNT, "a count");

  @Test
  void excusesAMissedTimeWhereTheGeneratorWasLate() {
    Fitness fitness = onTime(load(1_000, 0, 20));

    assertThat(fitness.excuse())
        .hasValue("the generator, not the target: 20.0 ms late at the 99th percentile");
    assertThat(verdict(LATENCY, 11, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void excusesNothingWhereTheGeneratorWasOnTime() {
    assertThat(onTime(load(1_000, 0, 9))).isEqualTo(Fitness.FIT);
    assertThat(verdict(LATENCY, 11, Fitness.FIT)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void tellsWhatMadeTheGeneratorLate() {
    Fitness fitness =
        Fitness.onTime(load(1_000, 0, 20).lag(), new Strain(10, 9.8, 0, 0.21, 0.2, Double.NaN));

    assertThat(fitness.excuse())
        .hasValue(
            "the generator, not the target: 20.0 ms late at the 99th percentile;"
                + " its event loop used 98 % of a core, collections paused it for 210 ms,"
                + " other machines took 2 % of the processors' time");
  }

  @Test
  void excusesWorkInThisProcessOnlyWhereTheMachineWithheldTime() {
    Fitness starved = Fitness.unstarved(new Strain(10, 9.8, 0, 2, 0.6, 0));
    Fitness busy = Fitness.unstarved(new Strain(10, 9.8, 0, 2, 0.4, 0.4));

    assertThat(starved.excuse())
        .hasValue("the machine, not the code: other machines took 6 % of the processors' time");
    assertThat(verdict(LATENCY, 11, starved)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(LATENCY, 9, starved)).isEqualTo(Verdict.PASS);
    assertThat(busy).isEqualTo(Fitness.FIT);
    assertThat(Fitness.unstarved(Strain.UNKNOWN)).isEqualTo(Fitness.FIT);
  }

  @Test
  void excusesAClosedLoadOnlyWhereItMeasuredTheDriver() {
    Fitness saturated = Fitness.unsaturated(81_000, 100_000);

    assertThat(saturated.excuse())
        .hasValue(
            "the generator, not the target: 81,000/s of the 100,000/s that it reaches against"
                + " nothing");
    assertThat(verdict(LATENCY, 11, saturated)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Fitness.unsaturated(80_000, 100_000)).isEqualTo(Fitness.FIT);
  }

  @Test
  void neverExcusesACount() {
    assertThat(verdict(LOST, 11, onTime(load(1_000, 0, 20)))).isEqualTo(Verdict.BREACH);
  }

  @Test
  void leavesALimitMetThatIsMetInSpiteOfALateGenerator() {
    assertThat(verdict(LATENCY, 9, onTime(load(1_000, 0, 20)))).isEqualTo(Verdict.PASS);
  }

  @Test
  void letsNothingPassWhereTheLoadWasNotOffered() {
    Fitness fitness = offered(load(990, 10, 1));

    assertThat(fitness.spoiled())
        .hasValue("the load was not offered: the generator dropped 10 of 1,000 operations");
    assertThat(verdict(LATENCY, 9, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(LOST, 11, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void toleratesOneDroppedInAThousand() {
    assertThat(offered(load(999, 1, 1))).isEqualTo(Fitness.FIT);
  }

  /** Few operations may be dropped in all and still spoil many windows. */
  @Test
  void letsNothingPassWhereMoreThanATenthOfTheWindowsWereNotOffered() {
    WindowSnapshot some = load(990, 1, 1);
    WindowSnapshot all = load(999, 0, 1);
    WindowTally tally =
        Stream.concat(Stream.generate(() -> all).limit(17), Stream.of(some, some))
            .map(WindowTally::of)
            .reduce(WindowTally.ZERO, WindowTally::plus);

    assertThat(tally).isEqualTo(new WindowTally(19, 2));
    assertThat(Fitness.offered(all.counts(), tally).spoiled())
        .hasValue("the load was not offered in 2 of 19 windows");
    assertThat(Fitness.offered(all.counts(), tally.plus(WindowTally.of(all))))
        .isEqualTo(Fitness.FIT);
  }

  /** 1,000 in one second, 5 ms each, are 5 in flight on average; 6 would be another load. */
  @Test
  void letsNothingPassWhereLittlesLawIsBroken() {
    WindowSnapshot total = load(1_000, 0, 1);

    assertThat(Fitness.lawful(total, 5.2, 1)).isEqualTo(Fitness.FIT);
    assertThat(Fitness.lawful(total, 6, 1).spoiled())
        .hasValueSatisfying(why -> assertThat(why).contains("Little's law"));
    assertThat(verdict(LATENCY, 9, Fitness.lawful(total, 6, 1))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  /** What did not complete has no service time, and few operations too little of it. */
  @Test
  void asksForLittlesLawOnlyWhereItCanHold() {
    assertThat(Fitness.lawful(load(990, 10, 1), 6, 1)).isEqualTo(Fitness.FIT);
    assertThat(Fitness.lawful(load(499, 0, 1), 6, 1)).isEqualTo(Fitness.FIT);
  }

  @Test
  void letsNothingPassThatWasNotSteady() {
    var restless = new SteadyState(Claim.NOT_STEADY, 10, -80, "it still changed");

    Fitness fitness = Fitness.steady("sustained", restless);

    assertThat(fitness.spoiled()).hasValue("sustained was not steady: it still changed");
    assertThat(verdict(LATENCY, 9, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(LOST, 11, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void asksForNothingOfAPhaseThatMakesNoClaim() {
    var shortOne = new SteadyState(Claim.NONE, Double.NaN, Double.NaN, "too short");

    assertThat(Fitness.steady("short", shortOne)).isEqualTo(Fitness.FIT);
  }

  /** Upwards and downwards, at a limit of 10: a figure from which the drift leads across it. */
  @Test
  void leavesOpenWhatATrendWouldTakeAcrossTheLimit() {
    Judgement pass = judged(LATENCY, 9, drifting(12));

    assertThat(pass.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(pass.reason())
        .isEqualTo(
            "sustained was not steady: response times drifted by +12 %,"
                + " and once more as far would cross the limit");
    assertThat(verdict(LATENCY, 11, drifting(-12))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void letsATrendBeThatChangesNoVerdict() {
    assertThat(verdict(LATENCY, 8, drifting(12))).isEqualTo(Verdict.PASS);
    assertThat(verdict(LATENCY, 9, drifting(-12))).isEqualTo(Verdict.PASS);
    assertThat(verdict(LATENCY, 11, drifting(12))).isEqualTo(Verdict.BREACH);
    assertThat(verdict(LATENCY, 9.5, drifting(9))).isEqualTo(Verdict.PASS);
    assertThat(verdict(LOST, 9, drifting(12))).isEqualTo(Verdict.PASS);
  }

  @Test
  void ofSeveralLoadsTellsWhatIsWrongWithAny() {
    Fitness late = onTime(load(1_000, 0, 20));
    Fitness lost = offered(load(990, 10, 1));

    Fitness both = Fitness.FIT.plus(late).plus(lost).plus(drifting(12));

    assertThat(both.excuse()).isEqualTo(late.excuse());
    assertThat(both.spoiled()).isEqualTo(lost.spoiled());
    assertThat(both.drifts()).containsExactly(new Drift("sustained", 12));
  }

  /** Where all slots are taken no lag shows, and answers wait for the loop all the same. */
  @Test
  void aLoopWithoutTimeToSpareExcusesThoughNoLagShows() {
    var spent = new Strain(10, 9.8, 0, 0, 0, 0);
    var busy = new Strain(10, 8.5, 0, 0, 0, 0);

    assertThat(Fitness.onTime(load(1_000, 0, 0).lag(), spent).excuse())
        .contains("the generator, not the target: its event loop used 98 % of a core");
    assertThat(Fitness.onTime(load(1_000, 0, 0).lag(), busy)).isEqualTo(Fitness.FIT);
  }

  /** The machine's other work takes what the loop would need: 60 % of a core is all it gets. */
  @Test
  void aLoopThatWaitsForAProcessorWheneverItDoesNotRunExcuses() {
    var crowded = new Strain(10, 6, 3.8, 0, 0, 0);

    assertThat(Fitness.onTime(load(1_000, 0, 0).lag(), crowded).excuse())
        .contains(
            "the generator, not the target: its event loop used 60 % of a core, it waited for one"
                + " for 38 % of the time");
  }

  /** A load that proves nothing good cannot unsee what must not be there at all. */
  @Test
  void leavesWhatMustNotBeThereAtAllAsItIs() {
    Fitness spoiled = offered(load(900, 100, 0));
    var evaluator = new Evaluator(new Thresholds(Map.of()));
    List<Criterion> none = List.of(Criterion.fixed(LOST, Bound.AT_MOST, 0));

    assertThat(evaluator.judge(none, Map.of(LOST, Figure.of(1)), spoiled))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.BREACH);
    assertThat(evaluator.judge(none, Map.of(LOST, Figure.of(0)), spoiled))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.INCONCLUSIVE);
  }

  private static Fitness onTime(WindowSnapshot total) {
    return Fitness.onTime(total.lag(), Strain.UNKNOWN);
  }

  private static Fitness offered(WindowSnapshot total) {
    return Fitness.offered(total.counts(), new WindowTally(100, 0));
  }

  private static Fitness drifting(double percent) {
    return Fitness.steady("sustained", new SteadyState(Claim.STEADY, 0, percent, ""));
  }

  /** So many that completed within 5 ms and so many that were dropped, each that late. */
  private static WindowSnapshot load(int completed, int dropped, long lagMillis) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 0; i < completed + dropped; i++) {
      long sent = lagMillis * MILLI;
      recorder.due(0);
      recorder.lag(0, sent);
      recorder.record(
          i < completed
              ? new Sample("request", "user-1", 0, sent, sent + 5 * MILLI, Outcome.COMPLETED)
              : new Sample("request", "user-1", 0, sent, sent, Outcome.DROPPED));
    }
    return recorder.closeBefore(Recorder.WINDOW_NANOS).get(0);
  }

  private static Verdict verdict(Metric metric, double value, Fitness fitness) {
    return judged(metric, value, fitness).verdict();
  }

  private static Judgement judged(Metric metric, double value, Fitness fitness) {
    List<Criterion> atMostTen = List.of(Criterion.fixed(metric, Bound.AT_MOST, 10));
    return new Evaluator(new Thresholds(Map.of()))
        .judge(atMostTen, Map.of(metric, Figure.of(value)), fitness)
        .get(0);
  }
}
