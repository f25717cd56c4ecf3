package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.DatabaseLimits;
import dev.harness.report.Recommendations.Recommendation;
import dev.harness.run.CheckResult;
import dev.harness.run.Findings;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationsTest {

  @Test
  void comeGravestFirst() {
    assertThat(Recommendations.of(SampleRun.mixed()))
        .extracting(Recommendation::verdict)
        .containsExactly(Verdict.ERROR, Verdict.BREACH, Verdict.NO_DATA);
  }

  @Test
  void aBreachNamesFigureLimitAndWhatToRun() {
    assertThat(ofTransactions(Figure.of(80)))
        .extracting(Recommendation::text)
        .containsExactly(
            "database_transactions_per_second is 80 /s, the limit is ≥ 100 /s;"
                + " again: harness run --check database/transaction-throughput --verbose");
  }

  @Test
  void whatSeveralFiguresHaveInCommonIsSaidOnce() {
    var late = new Fitness(Optional.of("the generator was late"), Optional.empty(), List.of());
    CheckResult result =
        SampleRun.judged(
            Suite.CONCURRENCY,
            "requests",
            SampleRun.REQUESTS,
            Findings.NONE
                .with(ConcurrentRequestLimits.SUCCESS_RATE, Figure.of(90))
                .with(ConcurrentRequestLimits.P95, Figure.of(600)),
            List.of(),
            late);

    Recommendation both = onlyOne(of(result));

    assertThat(both.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(both.metric()).isEqualTo("success_rate, response_time_p95");
    assertThat(both.text())
        .startsWith("success_rate, response_time_p95: the generator was late; again: ");
  }

  @Test
  void ofSeveralBrokenLimitsTheWorstComesFirstAndWhatMayNotBeAtAllBeforeThem() {
    CheckResult little =
        SampleRun.judgedOn(DatabaseLimits.TRANSACTION_RATE, "little", Figure.of(90));
    CheckResult much = SampleRun.judgedOn(DatabaseLimits.TRANSACTION_RATE, "much", Figure.of(20));
    CheckResult left =
        SampleRun.judged(
            Suite.WEBSOCKET,
            "left",
            List.of(Criterion.fixed(SampleRun.STREAMS_LEFT, Bound.AT_MOST, 0)),
            Findings.NONE.with(SampleRun.STREAMS_LEFT, Figure.of(1)),
            List.of());
    RunRecord record = SampleRun.record(List.of(little, much, left), Optional.empty());

    assertThat(Recommendations.of(record))
        .extracting(Recommendation::check)
        .containsExactly("websocket/left", "database/much", "database/little");
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "109, 1", "110, 0", "5000, 0"})
  void aThinMarginIsWorthAWord(double rate, int recommendations) {
    assertThat(ofTransactions(Figure.of(rate))).hasSize(recommendations);
  }

  /** Of the five percent between the limit and the best there is, a tenth. */
  @ParameterizedTest
  @CsvSource({"95, 1", "95.4, 1", "95.5, 0", "99.9, 0", "100, 0"})
  void ofAPercentageTheRoomToTheBestCounts(double percent, int recommendations) {
    CheckResult result =
        SampleRun.judgedOn(ConcurrentRequestLimits.SUCCESS_RATE, "requests", Figure.of(percent));

    assertThat(of(result)).hasSize(recommendations);
  }

  @Test
  void whatACheckMeansLeavesNoRoomAndIsNotWarnedOf() {
    var exactly = Criterion.fixed(SampleRun.STREAMS_LEFT, Bound.AT_MOST, 5);
    CheckResult result =
        SampleRun.judged(
            Suite.WEBSOCKET,
            "cleanup",
            List.of(exactly),
            Findings.NONE.with(SampleRun.STREAMS_LEFT, Figure.of(5)),
            List.of());

    assertThat(of(result)).isEmpty();
  }

  @Test
  void aMissingFigureSaysWhyItIsMissing() {
    assertThat(onlyOne(ofTransactions(Figure.missing("the server went away"))).text())
        .startsWith("database_transactions_per_second: the server went away; again: ");
  }

  @Test
  void thereAreNoneWhereAllIsWell() {
    assertThat(ofTransactions(Figure.of(10_000))).isEmpty();
  }

  private static Recommendation onlyOne(List<Recommendation> recommendations) {
    assertThat(recommendations).hasSize(1);
    return recommendations.get(0);
  }

  private static List<Recommendation> ofTransactions(Figure figure) {
    CheckResult result =
        SampleRun.judgedOn(DatabaseLimits.TRANSACTION_RATE, "transaction-throughput", figure);
    return of(result);
  }

  private static List<Recommendation> of(CheckResult result) {
    return Recommendations.of(SampleRun.record(List.of(result), Optional.empty()));
  }
}
