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
import dev.harness.verdict.Criterion;
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
            "transactions committed, by the counter of PostgreSQL, per second is 80 /s,"
                + " the limit is ≥ 100 /s:"
                + " run harness run --check database/transaction-throughput --verbose");
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
    assertThat(ofTransactions(Figure.missing("the server went away")).get(0).text())
        .startsWith("the server went away: ");
  }

  @Test
  void thereAreNoneWhereAllIsWell() {
    assertThat(ofTransactions(Figure.of(10_000))).isEmpty();
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
