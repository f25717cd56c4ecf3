package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.SecondOfLoad;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.Condition;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.Mean;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrailingWindowsTest {
  private static final WindowMetric P50 = new Percentile(Timing.RESPONSE_TIME, 50);
  private static final WindowMetric P95 = new Percentile(Timing.RESPONSE_TIME, 95);
  private static final WindowMetric P99 = new Percentile(Timing.RESPONSE_TIME, 99);
  private static final WindowMetric P999 = new Percentile(Timing.RESPONSE_TIME, 99.9);
  private static final WindowMetric MEAN = new Mean(Timing.RESPONSE_TIME);
  private static final WindowMetric SERVICE_P95 = new Percentile(Timing.SERVICE_TIME, 95);

  private TrailingWindows windows =
      TrailingWindows.of(
          List.of(
              Rate.SUCCESS_RATE,
              Rate.ERROR_RATE,
              Rate.THROUGHPUT,
              P99,
              P50,
              P95,
              MEAN,
              SERVICE_P95));
  private int next;

  @Test
  void aFastLoadIsJudgedByItsNewestSecondAlone() {
    second(1_000, Outcome.COMPLETED, 1);
    second(1_000, Outcome.COMPLETED, 50);

    assertThat(value(P50)).isCloseTo(50, within(0.1));
    assertThat(value(Rate.THROUGHPUT)).isEqualTo(1_000);
  }

  @Test
  void aSlowLoadIsJudgedByTheShortestSpanWithEnoughSamples() {
    for (int i = 0; i < 5; i++) {
      second(20, Outcome.COMPLETED, 1);
    }
    assertThat(windows.figure(P95)).isEqualTo(Figure.of(value(P95), 60));
    assertThat(windows.figure(P99)).isInstanceOf(Figure.Missing.class);
    assertThat(value(Rate.THROUGHPUT)).isEqualTo(20);
  }

  @Test
  void ratesAreOfTheTrailingSpan() {
    second(60, Outcome.COMPLETED, 1);
    second(30, Outcome.COMPLETED, 1);
    mixed(15, 15);

    assertThat(value(Rate.SUCCESS_RATE)).isEqualTo(75);
    assertThat(value(Rate.ERROR_RATE)).isEqualTo(25);
  }

  @Test
  void aSecondInWhichNothingCompletesIsBadWhateverWasBefore() {
    second(1_000, Outcome.COMPLETED, 1);
    second(3, Outcome.TIMED_OUT, 1);

    assertThat(value(Rate.SUCCESS_RATE)).isZero();
    assertThat(value(Rate.ERROR_RATE)).isEqualTo(100);
    assertThat(value(Rate.THROUGHPUT)).isZero();
    assertThat(seen("response_time_p95 > 1000ms")).isEqualTo(Observation.HOLDS);
    assertThat(seen("response_time_p95 < 1ms")).isEqualTo(Observation.NO_DATA);
  }

  @Test
  void whatTheGeneratorDidNotOfferSaysNothing() {
    second(1_000, Outcome.COMPLETED, 1);
    second(1_000, Outcome.DROPPED, 1);

    for (String trigger :
        new String[] {"success_rate < 90%", "error_rate > 1%", "throughput < 100/s"}) {
      assertThat(seen(trigger)).as(trigger).isEqualTo(Observation.NO_DATA);
    }
    assertThat(seen("response_time_p95 > 1000ms")).isEqualTo(Observation.NO_DATA);
    assertThat(windows.figure(Rate.SUCCESS_RATE))
        .isEqualTo(Figure.missing("1,000 of 1,000 operations were not offered, or were cut off"));

    second(1_000, Outcome.COMPLETED, 1);
    assertThat(value(Rate.SUCCESS_RATE)).as("it is kept out of the span").isEqualTo(100);
  }

  @Test
  void whereNothingWasDueThereIsNothingToSay() {
    second(1_000, Outcome.COMPLETED, 1);
    second(0, Outcome.COMPLETED, 1);

    assertThat(seen("throughput < 100/s")).isEqualTo(Observation.NO_DATA);
  }

  @Test
  void aSpanLeavesOutWhatWasNotOfferedAndCountsTheTimeInWhichNothingWasDue() {
    second(30, Outcome.COMPLETED, 1);
    second(30, Outcome.DROPPED, 1);
    second(0, Outcome.COMPLETED, 1);
    second(30, Outcome.COMPLETED, 1);

    assertThat(value(Rate.SUCCESS_RATE)).isEqualTo(100);
    assertThat(value(Rate.THROUGHPUT)).as("60 in three seconds").isEqualTo(20);
  }

  @Test
  void aHandfulOfOperationsIsNoRate() {
    mixed(1, 1);

    assertThat(windows.figure(Rate.SUCCESS_RATE)).isInstanceOf(Figure.Missing.class);
    assertThat(windows.figure(Rate.THROUGHPUT)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void eachPercentileHasTheShortestSpanThatIsEnoughForIt() {
    second(60, Outcome.COMPLETED, 100);
    second(240, Outcome.COMPLETED, 40);
    second(59, Outcome.COMPLETED, 1);

    assertThat(windows.figure(P95)).isEqualTo(Figure.of(value(P95), 59));
    assertThat(value(P95)).isCloseTo(1, within(0.01));
    assertThat(windows.figure(P99)).isEqualTo(Figure.of(value(P99), 299));
    assertThat(value(P99)).as("240 of 40 ms and 59 of 1 ms").isCloseTo(40, within(0.1));
  }

  @Test
  void knowsRarePercentilesOfALoadThatIsSlowAndThoseThatItCannotKnow() {
    windows = TrailingWindows.of(List.of(P999));
    for (int i = 0; i < 29; i++) {
      second(100, Outcome.COMPLETED, 1);
    }
    assertThat(windows.figure(P999)).as("2,900 of 2,995").isInstanceOf(Figure.Missing.class);

    second(100, Outcome.COMPLETED, 1);
    assertThat(windows.figure(P999)).isEqualTo(Figure.of(value(P999), 3_000));

    windows = TrailingWindows.of(List.of(P999));
    for (int i = 0; i < 100; i++) {
      second(49, Outcome.COMPLETED, 1);
    }
    assertThat(windows.figure(P999))
        .isEqualTo(Figure.missing("too few operations in the last 60 s"));
  }

  @Test
  void meansAndServiceTimesAreOfTheirOwnTimes() {
    add(
        SecondOfLoad.at(next)
            .with(100, Outcome.COMPLETED, 30, 10)
            .with(100, Outcome.COMPLETED, 50, 20));

    assertThat(value(MEAN)).as("(30 + 50) / 2 ms").isCloseTo(40, within(0.1));
    assertThat(value(SERVICE_P95)).isCloseTo(20, within(0.1));
    assertThat(seen("response_time_mean > 39ms")).isEqualTo(Observation.HOLDS);
    assertThat(seen("service_time_p95 > 21ms")).isEqualTo(Observation.CLEAR);
  }

  @Test
  void whatTheEndOfTheRunCutsOffSaysNothing() {
    second(1_000, Outcome.COMPLETED, 1);
    second(1_000, Outcome.UNFINISHED, 1);

    assertThat(seen("success_rate < 90%")).isEqualTo(Observation.NO_DATA);
    assertThat(seen("response_time_p95 > 1000ms")).isEqualTo(Observation.NO_DATA);
  }

  @Test
  void refusesWhatNobodyAskedFor() {
    second(1, Outcome.COMPLETED, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> windows.figure(P999))
        .withMessage("nobody asked for response_time_p99.9");
  }

  @Property(tries = 20)
  void keepsNoMoreThanAMinute(@ForAll @IntRange(max = 20) int perSecond) {
    for (int i = 0; i < 200; i++) {
      second(perSecond, i % 3 == 0 ? Outcome.COMPLETED : Outcome.TIMED_OUT, 1);
      assertThat(windows.size()).isLessThanOrEqualTo(RecentWindows.MOST_WINDOWS);
    }
  }

  @Test
  void keepsNoMoreThanTheMostDemandingFigureNeeds() {
    for (int i = 0; i < 100; i++) {
      second(300, Outcome.COMPLETED, 1);
    }
    assertThat(windows.size()).isEqualTo(1);

    windows = TrailingWindows.of(List.of(P50, P999));
    for (int i = 0; i < 100; i++) {
      second(300, Outcome.COMPLETED, 1);
    }
    assertThat(windows.size()).as("2,995 of 300 each").isEqualTo(10);
  }

  private Observation seen(String trigger) {
    return windows.observe(Condition.parse(trigger));
  }

  private double value(AlertMetric metric) {
    return ((Figure.Measured) windows.figure(metric)).value();
  }

  private void second(int operations, Outcome outcome, long millis) {
    add(SecondOfLoad.at(next).with(operations, outcome, millis));
  }

  private void mixed(int completed, int failed) {
    add(
        SecondOfLoad.at(next)
            .with(completed, Outcome.COMPLETED, 1)
            .with(failed, Outcome.TIMED_OUT, 1));
  }

  private void add(SecondOfLoad second) {
    next++;
    windows = windows.with(second.window());
  }
}
