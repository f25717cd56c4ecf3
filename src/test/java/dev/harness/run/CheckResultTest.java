package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of its judgements a check is known by. */
class CheckResultTest {
  private static final Criterion LATENCY = atMost("latency", 10);
  private static final Criterion RATE = atMost("error_rate", 5);

  @Test
  void withoutAnythingBadIsKnownByWhatItNamesFirst() {
    assertThat(headline(1.0, 1.0, 0.0)).contains("latency");
  }

  @Test
  void isKnownByTheFirstOfItsBrokenLimits() {
    assertThat(headline(1.0, 6.0, 0.0)).contains("error_rate");
  }

  @Test
  void isKnownByABreachBetweenUsersWhateverElseIsBroken() {
    assertThat(headline(11.0, 6.0, 1.0)).contains("isolation_breaches");
  }

  @Test
  void isKnownByNothingWhereNothingWasJudged() {
    assertThat(result(List.of()).headline()).isEmpty();
  }

  private static Optional<String> headline(double latency, double rate, double breaches) {
    Map<Metric, Figure> figures =
        Map.of(
            LATENCY.metric(),
            Figure.of(latency),
            RATE.metric(),
            Figure.of(rate),
            IsolationLog.BREACHES,
            Figure.of(breaches));
    List<Judgement> judgements =
        new Evaluator(new Thresholds(Map.of()))
            .judge(List.of(LATENCY, RATE, IsolationLog.NO_BREACH), figures);
    return result(judgements).headline().map(judgement -> judgement.criterion().metric().id());
  }

  private static CheckResult result(List<Judgement> judgements) {
    var check = new FakeCheck("one", Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE);
    return new CheckResult(check, Findings.NONE, judgements, List.of(), 1, Optional.empty());
  }

  private static Criterion atMost(String metric, double limit) {
    return Criterion.fixed(new Metric(metric, Unit.PERCENT, "anything"), Bound.AT_MOST, limit);
  }
}
