package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrailingWindowsTest {
  private static final long MILLI = 1_000_000;
  private final Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private TrailingWindows windows = TrailingWindows.EMPTY;
  private int next;

  @Test
  void aFastLoadIsJudgedByItsNewestSecondAlone() {
    second(1_000, Outcome.COMPLETED, 1);
    second(1_000, Outcome.COMPLETED, 50);

    assertThat(value(AlertMetric.RESPONSE_TIME_P50)).isCloseTo(50, within(0.1));
    assertThat(value(AlertMetric.THROUGHPUT)).isEqualTo(1_000);
  }

  @Test
  void aSlowLoadIsJudgedByTheShortestSpanWithEnoughSamples() {
    for (int i = 0; i < 5; i++) {
      second(20, Outcome.COMPLETED, 1);
    }
    assertThat(windows.figure(AlertMetric.RESPONSE_TIME_P95))
        .isEqualTo(Figure.of(value(AlertMetric.RESPONSE_TIME_P95), 60));
    assertThat(windows.figure(AlertMetric.RESPONSE_TIME_P99)).isInstanceOf(Figure.Missing.class);
    assertThat(value(AlertMetric.THROUGHPUT)).isEqualTo(20);
  }

  @Test
  void ratesAreOfTheTrailingSpan() {
    second(60, Outcome.COMPLETED, 1);
    second(30, Outcome.COMPLETED, 1);
    mixed(15, 15);

    assertThat(value(AlertMetric.SUCCESS_RATE)).isEqualTo(75);
    assertThat(value(AlertMetric.ERROR_RATE)).isEqualTo(25);
  }

  @Test
  void aSecondInWhichNothingCompletesIsBadWhateverWasBefore() {
    second(1_000, Outcome.COMPLETED, 1);
    second(3, Outcome.TIMED_OUT, 1);

    assertThat(value(AlertMetric.SUCCESS_RATE)).isZero();
    assertThat(value(AlertMetric.ERROR_RATE)).isEqualTo(100);
    assertThat(value(AlertMetric.THROUGHPUT)).isZero();
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
    assertThat(windows.figure(AlertMetric.SUCCESS_RATE))
        .isEqualTo(Figure.missing("1,000 of 1,000 operations were not offered"));

    second(1_000, Outcome.COMPLETED, 1);
    assertThat(value(AlertMetric.SUCCESS_RATE)).as("it is kept out of the span").isEqualTo(100);
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

    assertThat(value(AlertMetric.SUCCESS_RATE)).isEqualTo(100);
    assertThat(value(AlertMetric.THROUGHPUT)).as("60 in three seconds").isEqualTo(20);
  }

  @Test
  void aHandfulOfOperationsIsNoRate() {
    mixed(1, 1);

    assertThat(windows.figure(AlertMetric.SUCCESS_RATE)).isInstanceOf(Figure.Missing.class);
    assertThat(windows.figure(AlertMetric.THROUGHPUT)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void refusesWhatIsNotOfWindows() {
    second(1, Outcome.COMPLETED, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> windows.figure(AlertMetric.MEMORY_GROWTH));
  }

  @Property(tries = 20)
  void keepsNoMoreThanAMinute(@ForAll @IntRange(max = 20) int perSecond) {
    for (int i = 0; i < 200; i++) {
      second(perSecond, i % 3 == 0 ? Outcome.COMPLETED : Outcome.TIMED_OUT, 1);
      assertThat(windows.size()).isLessThanOrEqualTo(TrailingWindows.MOST_WINDOWS);
    }
  }

  @Test
  void keepsOneWindowOfAFastLoad() {
    for (int i = 0; i < 100; i++) {
      second(300, Outcome.COMPLETED, 1);
    }
    assertThat(windows.size()).isEqualTo(1);
  }

  private Observation seen(String trigger) {
    AlertRule rule = AlertRule.parse(trigger, Severity.CRITICAL);
    return windows.observe(rule, windows.figure(rule.metric()));
  }

  private double value(AlertMetric metric) {
    return ((Figure.Measured) windows.figure(metric)).value();
  }

  private void second(int operations, Outcome outcome, long millis) {
    record(operations, outcome, millis);
    close();
  }

  private void mixed(int completed, int failed) {
    record(completed, Outcome.COMPLETED, 1);
    record(failed, Outcome.TIMED_OUT, 1);
    close();
  }

  private void record(int operations, Outcome outcome, long millis) {
    long at = next * Recorder.WINDOW_NANOS;
    for (int i = 0; i < operations; i++) {
      recorder.due(at);
      recorder.record(new Sample("request", "user-1", at, at, at + millis * MILLI, outcome));
    }
  }

  private void close() {
    next++;
    for (WindowSnapshot window : recorder.closeBefore(next * Recorder.WINDOW_NANOS)) {
      windows = windows.with(window);
    }
  }
}
