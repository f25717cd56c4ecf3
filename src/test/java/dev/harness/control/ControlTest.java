package dev.harness.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.FakeCheck;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.time.ManualTicker;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A control is caught by the metric that is meant, and by no other failure. */
class ControlTest {
  private static final Metric LOST = new Metric("lost", Unit.COUNT, "what was lost");
  private static final Metric LATE = new Metric("late", Unit.COUNT, "what came late");
  private static final Expected CAUGHT = new Expected.Breach("lost");
  private static final Expected PASS = new Expected.Pass();

  @Test
  void aFaultIsCaughtWhereItsMetricBreaksItsLimit() {
    assertThat(CAUGHT.missedBy(result(Figure.of(3), Figure.of(0)))).isEmpty();
  }

  @Test
  void anotherFailureCatchesNothing() {
    assertThat(CAUGHT.missedBy(result(Figure.of(0), Figure.of(7))))
        .contains("not caught: lost is a pass");
  }

  @Test
  void aFigureThatIsMissingCatchesNothing() {
    assertThat(CAUGHT.missedBy(result(Figure.missing("nobody looked"), Figure.of(0))))
        .contains("not caught: lost is no_data: nobody looked");
  }

  @Test
  void aCheckThatDidNotEndSaysNothingEitherWay() {
    CheckResult stopped =
        check(
                rig -> {
                  throw new TargetUnreachableException("gone");
                })
            .runAlone(new ManualTicker())
            .results()
            .get(0);

    Optional<String> said = Optional.of("the check did not come to its end: gone");
    assertThat(CAUGHT.missedBy(stopped)).isEqualTo(said);
    assertThat(PASS.missedBy(stopped)).isEqualTo(said);
  }

  @Test
  void whatIsNoFaultMustPassInEverything() {
    assertThat(PASS.missedBy(result(Figure.of(0), Figure.of(0)))).isEmpty();
    assertThat(PASS.missedBy(result(Figure.of(0), Figure.of(1))))
        .contains("not left alone: late is breach: the limit is broken");
    assertThat(PASS.missedBy(result(Figure.of(0), Figure.missing("nobody looked"))))
        .contains("not left alone: late is no_data: nobody looked");
  }

  @Test
  void whatIsMeasuredMustBeCaughtAndBeAsLargeAsItIs() {
    var amount = new Expected.Amount("lost", 100, 15);

    assertThat(amount.missedBy(result(Figure.of(85), Figure.of(0)))).isEmpty();
    assertThat(amount.missedBy(result(Figure.of(0), Figure.of(0))))
        .contains("not caught: lost is a pass");
    assertThat(amount.missedBy(result(Figure.of(116), Figure.of(0))))
        .contains("mismeasured: lost is 100.0, and not 116.0");
    assertThat(amount.text()).isEqualTo("caught by lost, as 100 ± 15");
  }

  @Test
  void whatIsTooSmallToBeFoundMayNotBeCleared() {
    var notCleared = new Expected.NotCleared("lost", 16);

    assertThat(notCleared.missedBy(result(Figure.estimate(0, -20, 16, 40), Figure.of(0))))
        .isEmpty();
    assertThat(notCleared.missedBy(result(Figure.missing("it wavers"), Figure.of(0)))).isEmpty();
    assertThat(notCleared.missedBy(result(Figure.estimate(0, -5, 15.9, 40), Figure.of(0))))
        .contains("cleared: lost is said to be less than 16.0");
  }

  @Test
  void whatIsNearToAFaultMayBeLeftOpenAndNeverFlagged() {
    var notFlagged = new Expected.NotFlagged("lost");

    assertThat(notFlagged.missedBy(result(Figure.of(0), Figure.of(0)))).isEmpty();
    assertThat(notFlagged.missedBy(result(Figure.estimate(0, -2, 2, 40), Figure.of(0)))).isEmpty();
    assertThat(notFlagged.missedBy(result(Figure.of(1), Figure.of(0))))
        .contains("not left alone: lost is breach: the limit is broken");
    assertThat(notFlagged.missedBy(result(Figure.of(0), Figure.estimate(0, -2, 2, 40))))
        .isPresent();
  }

  @Test
  void aMetricThatTheCheckIsNotJudgedOnIsRefused() {
    Check check = check(rig -> Findings.NONE);

    assertThatThrownBy(
            () -> Control.negative("c", "a change", UnaryOperator.identity(), check, "lots", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("control c: context/told is not judged on lots, but on lost, late");
  }

  private static CheckResult result(Figure lost, Figure late) {
    return check(rig -> Findings.NONE.with(LOST, lost).with(LATE, late))
        .runAlone(new ManualTicker())
        .results()
        .get(0);
  }

  private static FakeCheck check(Function<Rig, Findings> action) {
    return new FakeCheck(
        "told",
        Budget.seconds(1, 1, 1),
        List.of(Criterion.fixed(LOST, Bound.AT_MOST, 0), Criterion.fixed(LATE, Bound.AT_MOST, 0)),
        action);
  }
}
