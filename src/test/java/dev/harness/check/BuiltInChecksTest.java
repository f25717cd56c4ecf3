package dev.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.metric.Metric;
import dev.harness.plan.Profile;
import dev.harness.run.Check;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInChecksTest {
  /** What the program itself takes to start and to end. */
  private static final Duration START_AND_END = Duration.ofSeconds(3);

  @ParameterizedTest
  @CsvSource({"QUICK, 60", "STANDARD, 300", "FULL, 1500"})
  void fitIntoTheTimeOfEachProfile(Profile profile, int seconds) {
    Duration sum =
        BuiltInChecks.all().stream()
            .flatMap(check -> check.budget().in(profile).stream())
            .reduce(START_AND_END, Duration::plus);

    assertThat(sum).isLessThanOrEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void areNamedOnce() {
    assertThat(BuiltInChecks.all()).extracting(Check::id).doesNotHaveDuplicates();
  }

  @Test
  void runSuiteAfterSuite() {
    assertThat(BuiltInChecks.all()).extracting(check -> check.id().suite()).isSorted();
  }

  @ParameterizedTest
  @MethodSource("all")
  void areJudgedOnSomethingEach(Check check) {
    assertThat(check.criteria()).isNotEmpty();
    assertThat(check.criteria()).extracting(Criterion::metric).doesNotHaveDuplicates();
  }

  /** A figure's name means one thing in a report, whichever check gave it. */
  @Test
  void giveAMetricOneMeaning() {
    List<Metric> metrics =
        BuiltInChecks.all().stream()
            .flatMap(check -> check.criteria().stream())
            .map(Criterion::metric)
            .distinct()
            .toList();

    assertThat(metrics).extracting(Metric::id).doesNotHaveDuplicates();
  }

  static Stream<Check> all() {
    return BuiltInChecks.all().stream();
  }
}
