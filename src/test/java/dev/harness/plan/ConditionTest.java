package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harness.plan.Condition.Comparison;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final String ALLOWED =
      "allowed: success_rate, error_rate, throughput, response_time_mean, service_time_mean,"
          + " memory_growth, cpu_utilization, system_crashes, memory_recovery, connection_leaks,"
          + " isolation_breaches, response_time_improvement, memory_efficiency_improvement,"
          + " throughput_improvement, memory_slope, process_cpu, open_files_growth, host_memory,"
          + " host_cpu, response_time_pN, service_time_pN, burn_rate_N, and what sources tell"
          + " (harness monitor --help)";

  /** All triggers of the first suite's file, and those that it has no example of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "success_rate < 90%",
        "memory_growth > 200MB",
        "response_time_p95 > 1000ms",
        "connection_leaks > 0",
        "system_crashes > 0",
        "success_rate < 95%",
        "memory_growth > 100MB",
        "response_time_p95 > 500ms",
        "cpu_utilization > 80%",
        "memory_recovery < 80%",
        "response_time_improvement > 10%",
        "memory_efficiency_improvement > 5%",
        "throughput_improvement > 20%",
        "throughput <= 100/s",
        "response_time_mean > 200ms",
        "response_time_p99.9 > 2000ms",
        "service_time_p50 >= 0.25ms",
        "isolation_breaches > 0",
        "memory_slope > 50MB/h",
        "open_files_growth > 20",
        "burn_rate_99 > 14.4",
        "burn_rate_99.9_1h > 14.4",
        "burn_rate_99.95_6h >= 6",
      })
  void readsWhatItWrites(String trigger) {
    assertThat(Condition.parse(trigger).trigger()).isEqualTo(trigger);
  }

  @Test
  void knowsWhatItHasRead() {
    assertThat(Condition.parse("response_time_p99.9 > 2000ms"))
        .isEqualTo(
            new Condition(new Percentile(Timing.RESPONSE_TIME, 99.9), Comparison.ABOVE, 2_000));
    assertThat(Condition.parse("error_rate >= 2.5%"))
        .isEqualTo(new Condition(Rate.ERROR_RATE, Comparison.AT_LEAST, 2.5));
    assertThat(Condition.parse("burn_rate_99.9_1h > 14.4"))
        .isEqualTo(new Condition(new BurnRate(99.9, BurnRate.Span.HOUR), Comparison.ABOVE, 14.4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error_rate>=2.5%",
        "  error_rate  >=  2.5  %  ",
        "error_rate >=2.5 %",
        "error_rate>= 2.5%"
      })
  void doesNotMindSpaces(String trigger) {
    assertThat(Condition.parse(trigger).trigger()).isEqualTo("error_rate >= 2.5%");
  }

  @Property
  void readsWhateverItWrites(@ForAll("conditions") Condition condition) {
    assertThat(Condition.parse(condition.trigger())).isEqualTo(condition);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    Arbitrary<AlertMetric> percentiles =
        Combinators.combine(
                Arbitraries.of(Timing.values()), Arbitraries.integers().between(1, 99_999))
            .as((timing, thousandths) -> new Percentile(timing, thousandths / 1_000.0));
    Arbitrary<AlertMetric> rates = Arbitraries.of(Rate.values());
    return Combinators.combine(
            Arbitraries.oneOf(percentiles, rates, Arbitraries.of(AlertMetric.Sampled.values())),
            Arbitraries.of(Comparison.values()),
            Arbitraries.integers().between(0, 1_000_000))
        .as((metric, comparison, n) -> new Condition(metric, comparison, n / 10_000.0));
  }

  /** Each with all that it says: what is wrong, what was meant, what is allowed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "responce_time_p95 > 1ms | unknown metric \"responce_time_p95\"; did you mean"
            + " \"response_time_p95\"? ALLOWED",
        "response_time > 1ms | unknown metric \"response_time\"; did you mean"
            + " \"response_time_p95\"? ALLOWED",
        "Success_Rate < 90% | unknown metric \"Success_Rate\"; did you mean \"success_rate\"?"
            + " ALLOWED",
        "latency > 1ms | unknown metric \"latency\"; ALLOWED",
        "success_rate_p95 < 90% | success_rate has no percentiles; allowed of: response_time,"
            + " service_time",
        "response_time_p101 > 1ms | a percentile lies between 0 and 100, not at 101; allowed is"
            + " response_time_p50, _p95, _p99.9, …",
        "response_time_p100 > 1ms | a percentile lies between 0 and 100, not at 100; allowed is"
            + " response_time_p50, _p95, _p99.9, …",
        "service_time_p0 > 1ms | a percentile lies between 0 and 100, not at 0; allowed is"
            + " service_time_p50, _p95, _p99.9, …",
        "success_rate < 90 | success_rate is written in \"%\", not \"\"; did you mean \"90%\"?",
        "response_time_p95 > 1.5s | response_time_p95 is written in \"ms\", not \"s\"; did you mean"
            + " \"1500ms\"?",
        "memory_growth > 200mb | memory_growth is written in \"MB\", not \"mb\"; did you mean"
            + " \"200MB\"?",
        "connection_leaks > 0% | connection_leaks is written without a unit, not \"%\"; did you"
            + " mean \"0\"?",
        "error_rate > 500% | error_rate is at most 100%, never 500",
        "success_rate => 90% | unknown comparison \"=>\"; did you mean \">=\"? allowed: <, <=, >,"
            + " >=",
        "success_rate under 90% | unknown comparison \"under\"; did you mean \"<\"? allowed: <,"
            + " <=, >, >=",
        "success_rate ≤ 90% | unknown comparison \"≤\"; did you mean \"<=\"? allowed: <, <=, >, >=",
        "success_rate == 90% | unknown comparison \"==\"; allowed: <, <=, >, >=",
        "burn_rate_95 > 14.4 | a burn rate has an objective of 99 to below 100 %, not 95: even if"
            + " everything fails, that one burns at no more than 20",
        "burn_rate_100 > 14.4 | a burn rate has an objective of 99 to below 100 %, not 100: it"
            + " leaves nothing to burn",
        "burn_rate_99_2h > 14.4 | a burn rate has no window \"_2h\"; allowed: none for 60 s and"
            + " 5 s, _1h, _6h",
        "burn_rate_99 > 120 | burn_rate_99 is at most 100, never 120",
        "burn_rate_99 < 1 | burn_rate_99 is of two windows that are both too high: allowed is > or"
            + " >=, not <",
      })
  void saysWhatIsWrongWhatWasMeantAndWhatIsAllowed(String trigger, String message) {
    assertThat(problems(trigger)).containsExactly(message.replace("ALLOWED", ALLOWED));
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    assertThat(problems("memory_groth => 200MB"))
        .containsExactly(
            "unknown metric \"memory_groth\"; did you mean \"memory_growth\"? " + ALLOWED,
            "unknown comparison \"=>\"; did you mean \">=\"? allowed: <, <=, >, >=");
    assertThat(problems("memory_growth => 200")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "success_rate",
        "success_rate <",
        "< 90%",
        "success_rate < %",
        "success_rate 90%",
        "success_rate < -1%",
        "success_rate < NaN%",
        "success_rate < Infinity%",
        "success_rate < .5%",
        "success_rate < 1e3%",
        "success_rate < 1.2.3%",
        "success_rate < 0x10%",
        "success_rate < 90% or error_rate > 1%",
        "success rate < 90%",
        "90% > success_rate",
      })
  void refusesWhatIsNoTriggerAndShowsOne(String trigger) {
    assertThat(problems(trigger))
        .containsExactly(
            "\"%s\" is no trigger; write: metric, one of < <= > >=, a number and its unit, as in"
                    .formatted(trigger)
                + " \"response_time_p95 > 1000ms\"");
  }

  @Test
  void isNotHeldUpByAnEndlessTrigger() {
    String endless = "success_rate < " + "9".repeat(500_000) + " a b";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(problems(endless))
                .containsExactly("a trigger has at most 200 characters, not 500,019"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatCannotBeALimit(double limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Condition(Rate.ERROR_RATE, Comparison.ABOVE, limit))
        .withMessage("a limit is 0 or more, not " + limit);
  }

  @ParameterizedTest
  @CsvSource({
    "error_rate < 5%,  true,  false, false",
    "error_rate <= 5%, true,  true,  false",
    "error_rate > 5%,  false, false, true",
    "error_rate >= 5%, false, true,  true"
  })
  void holdsWhereTheComparisonDoes(String trigger, boolean below, boolean at, boolean above) {
    Condition condition = Condition.parse(trigger);

    assertThat(condition.holds(4.9)).isEqualTo(below);
    assertThat(condition.holds(5)).isEqualTo(at);
    assertThat(condition.holds(5.1)).isEqualTo(above);
  }

  @Property
  void aPercentileIsAShareOfItsOwnDigits(@ForAll @IntRange(min = 1, max = 99_999) int digits) {
    double quantile = new Percentile(Timing.SERVICE_TIME, digits / 1_000.0).quantile();

    assertThat(quantile).isEqualTo(Double.parseDouble("0.%05d".formatted(digits)));
  }

  @Test
  void theErrorBudgetIsExact() {
    assertThat(new BurnRate(99.9, BurnRate.Span.MINUTE).budget()).isEqualTo(0.001);
    assertThat(new BurnRate(99, BurnRate.Span.MINUTE).most()).isEqualTo(100);
  }

  private static List<String> problems(String trigger) {
    var thrown =
        catchThrowableOfType(InvalidTriggerException.class, () -> Condition.parse(trigger));
    assertThat(thrown).as("\"%s\" is taken for valid", trigger).isNotNull();
    return thrown.problems();
  }
}
