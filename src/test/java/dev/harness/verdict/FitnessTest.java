package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitnessTest {
  private static final long MILLI = 1_000_000;
  private static final Metric LATENCY = new Metric("latency", Unit.MILLISECONDS, "a time");
  private static final Metric LOST = new Metric("lost", Unit.COUNT, "a count");

  @Test
  void isFitWhereEverythingWasOnTime() {
    assertThat(of(load(1_000, 0, 1), 5)).isEqualTo(Fitness.FIT);
  }

  @Test
  void excusesAMissedTimeWhereTheGeneratorWasLate() {
    Fitness fitness = of(load(1_000, 0, 20), 5);

    assertThat(fitness.excuse()).hasValueSatisfying(why -> assertThat(why).contains("20.0 ms"));
    assertThat(verdict(LATENCY, 11, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void neverExcusesACount() {
    assertThat(verdict(LOST, 11, of(load(1_000, 0, 20), 5))).isEqualTo(Verdict.BREACH);
  }

  @Test
  void leavesALimitMetThatIsMetInSpiteOfALateGenerator() {
    assertThat(verdict(LATENCY, 9, of(load(1_000, 0, 20), 5))).isEqualTo(Verdict.PASS);
  }

  @Test
  void letsNothingPassWhereTheLoadWasNotOffered() {
    Fitness fitness = of(load(990, 10, 1), 5);

    assertThat(fitness.spoiled())
        .hasValueSatisfying(why -> assertThat(why).contains("dropped 10 of 1,000"));
    assertThat(verdict(LATENCY, 9, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(LOST, 11, fitness)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void toleratesOneDroppedInAThousand() {
    assertThat(of(load(999, 1, 1), 5).spoiled()).isEmpty();
  }

  /** 1,000 in one second, 5 ms each, are 5 in flight on average; 6 would be another load. */
  @Test
  void letsNothingPassWhereLittlesLawIsBroken() {
    assertThat(of(load(1_000, 0, 1), 5.2).spoiled()).isEmpty();
    assertThat(of(load(1_000, 0, 1), 6).spoiled())
        .hasValueSatisfying(why -> assertThat(why).contains("Little's law"));
  }

  private static Fitness of(WindowSnapshot total, double meanInFlight) {
    return Fitness.of(total, meanInFlight, 1);
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
    List<Criterion> atMostTen = List.of(Criterion.fixed(metric, Bound.AT_MOST, 10));
    return new Evaluator(new Thresholds(Map.of()))
        .judge(atMostTen, Map.of(metric, Figure.of(value)), fitness)
        .get(0)
        .verdict();
  }
}
