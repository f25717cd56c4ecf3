package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
  private static final Metric LATENCY = new Metric("latency", Unit.MILLISECONDS, "how long");
  private static final Metric RATE = new Metric("rate", Unit.PER_SECOND, "how many");
  private static final ThresholdKey LATENCY_MAX =
      new ThresholdKey("section", "latency_max_ms", LATENCY, Bound.AT_MOST);
  private static final ThresholdKey RATE_MIN =
      new ThresholdKey("section", "rate_min", RATE, Bound.AT_LEAST);
  private static final Thresholds LIMITS =
      new Thresholds(
          Map.of(LATENCY_MAX, new Limit(100, "a file"), RATE_MIN, new Limit(1_000, "a file")));

  @ParameterizedTest
  @CsvSource({
    "99.999, PASS",
    "100, PASS",
    "100.001, BREACH",
    "0, PASS",
    "-1, PASS",
    "1e300, BREACH"
  })
  void mustNotRiseAboveAnUpperLimit(double value, Verdict verdict) {
    assertThat(judge(LATENCY_MAX, Figure.of(value)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"999.999, BREACH", "1000, PASS", "1000.001, PASS", "0, BREACH"})
  void mustNotFallBelowALowerLimit(double value, Verdict verdict) {
    assertThat(judge(RATE_MIN, Figure.of(value)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 100, PASS",
    "101, 120, BREACH",
    "100.001, Infinity, BREACH",
    "99, 101, INCONCLUSIVE",
    "-Infinity, 101, INCONCLUSIVE",
    "-Infinity, Infinity, INCONCLUSIVE"
  })
  void anEstimateIsJudgedByBothItsBounds(double lower, double upper, Verdict verdict) {
    double value = Double.isInfinite(lower) ? Math.min(upper, 100) : lower;

    assertThat(judge(LATENCY_MAX, Figure.estimate(value, lower, upper, 20)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void saysBetweenWhatAnEstimateLies() {
    assertThat(judge(RATE_MIN, Figure.estimate(1_000, 900, 1_100, 20)).reason())
        .isEqualTo("it lies between 900.0 and 1,100.0, on either side of the limit");
  }

  /** 0.95^58 = 0.051, 0.95^59 = 0.048; 0.99^298 = 0.0500, 0.99^299 = 0.0495. */
  @ParameterizedTest
  @CsvSource({
    "95, 59, PASS",
    "99, 298, NO_DATA",
    "99, 299, PASS",
    "99.9, 2994, NO_DATA",
    "99.9, 2995, PASS",
    "100, 59, PASS"
  })
  void aShareKeepsItsLimitWhereSoManyCouldHaveBrokenIt(
      double limit, long operations, Verdict verdict) {
    assertThat(share(Bound.AT_LEAST, limit, Figure.share(100, operations)).verdict())
        .isEqualTo(verdict);
    assertThat(share(Bound.AT_MOST, 100 - limit, Figure.share(0, operations)).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void aShareBreaksItsLimitHoweverFewTheyWere() {
    assertThat(share(Bound.AT_LEAST, 99.9, Figure.share(90, 60)).verdict())
        .isEqualTo(Verdict.BREACH);
  }

  @Test
  void saysHowManyOperationsItTakes() {
    assertThat(share(Bound.AT_LEAST, 99, Figure.share(100, 200)).reason())
        .isEqualTo("to show that it is kept takes 299 operations, there were 200");
  }

  private static Judgement share(Bound bound, double limit, Figure figure) {
    var metric = new Metric("share", Unit.PERCENT, "a part of some operations");
    return new Evaluator(LIMITS)
        .judge(List.of(Criterion.fixed(metric, bound, limit)), Map.of(metric, figure))
        .get(0);
  }

  @Test
  void saysWhyItIsNoPass() {
    assertThat(judge(LATENCY_MAX, Figure.of(1)).reason()).isEmpty();
    assertThat(judge(LATENCY_MAX, Figure.of(101)).reason()).isEqualTo("the limit is broken");
  }

  @Test
  void aMissingFigureIsNoPassAndKeepsItsReason() {
    Judgement judgement = judge(LATENCY_MAX, Figure.missing("too few samples"));

    assertThat(judgement.verdict()).isEqualTo(Verdict.NO_DATA);
    assertThat(judgement.reason()).isEqualTo("too few samples");
    assertThat(judgement.limit()).isEqualTo(new Limit(100, "a file"));
  }

  @Test
  void whatIsNotThereToBeMeasuredSpeaksForAndAgainstNobody() {
    Judgement judgement = judge(LATENCY_MAX, Figure.notOffered("it has no factory"));

    assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(judgement.reason()).isEqualTo("it has no factory");
  }

  @Test
  void whatIsOnlyReportedWithoutALimitSaysNothing() {
    var unlimited = new ThresholdKey("section", "rate_of_none_min", RATE, Bound.AT_LEAST);
    List<Criterion> criteria = List.of(Criterion.keyIfGiven(unlimited));

    for (Figure figure : List.of(Figure.of(1), Figure.missing("nothing was borne"))) {
      Judgement judgement = new Evaluator(LIMITS).judge(criteria, Map.of(RATE, figure)).get(0);

      assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_RUN);
      assertThat(judgement.figure()).isEqualTo(figure);
      assertThat(judgement.reason()).isEqualTo("no limit is given");
    }
  }

  @Test
  void whatIsOnlyReportedWithoutALimitIsJudgedByOne() {
    List<Criterion> criteria = List.of(Criterion.keyIfGiven(RATE_MIN));
    var evaluator = new Evaluator(LIMITS);

    assertThat(evaluator.judge(criteria, Map.of(RATE, Figure.of(999))).get(0).verdict())
        .isEqualTo(Verdict.BREACH);
    assertThat(evaluator.judge(criteria, Map.of(RATE, Figure.of(1_000))).get(0).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(evaluator.judge(criteria, Map.of()).get(0).verdict()).isEqualTo(Verdict.NO_DATA);
  }

  @Test
  void aFigureThatTheCheckForgotIsNoPass() {
    Judgement judgement =
        new Evaluator(LIMITS)
            .judge(List.of(Criterion.key(LATENCY_MAX)), Map.of(RATE, Figure.of(1)))
            .get(0);

    assertThat(judgement.verdict()).isEqualTo(Verdict.NO_DATA);
    assertThat(judgement.reason()).isEqualTo("the check gave no latency");
  }

  @Test
  void aMissingLimitIsNoPass() {
    Judgement judgement =
        new Evaluator(new Thresholds(Map.of()))
            .judge(List.of(Criterion.key(LATENCY_MAX)), Map.of(LATENCY, Figure.of(1)))
            .get(0);

    assertThat(judgement.verdict()).isEqualTo(Verdict.NO_DATA);
    assertThat(judgement.reason()).isEqualTo("no limit is given");
    assertThat(judgement.limit()).isNull();
  }

  @Test
  void aLimitOfTheChecksOwnNeedsNoFile() {
    Criterion own = Criterion.fixed(LATENCY, Bound.AT_MOST, 0);

    List<Judgement> judgements =
        new Evaluator(new Thresholds(Map.of())).judge(List.of(own), Map.of(LATENCY, Figure.of(1)));

    assertThat(judgements).extracting(Judgement::verdict).containsExactly(Verdict.BREACH);
    assertThat(judgements.get(0).limit()).isEqualTo(new Limit(0, "built in"));
  }

  @Test
  void judgesEachCriterionInItsOrder() {
    assertThat(
            new Evaluator(LIMITS)
                .judge(
                    List.of(Criterion.key(RATE_MIN), Criterion.key(LATENCY_MAX)),
                    Map.of(LATENCY, Figure.of(500), RATE, Figure.of(2_000))))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.PASS, Verdict.BREACH);
  }

  @Test
  void tellsTheMarginThatIsLeft() {
    assertThat(judge(LATENCY_MAX, Figure.of(75)).marginPercent()).isEqualTo(25);
    assertThat(judge(RATE_MIN, Figure.of(900)).marginPercent()).isEqualTo(-10);
    assertThat(judge(RATE_MIN, Figure.missing("none")).marginPercent()).isNaN();
  }

  private static Judgement judge(ThresholdKey key, Figure figure) {
    return new Evaluator(LIMITS)
        .judge(List.of(Criterion.key(key)), Map.of(key.metric(), figure))
        .get(0);
  }
}
