package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.AlertRule.Comparison;
import dev.harness.plan.AlertRule.Severity;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {

  /** All triggers of the seed's file. */
  @ParameterizedTest
  @CsvSource({
    "success_rate < 90%,                 SUCCESS_RATE,                  BELOW, 90",
    "memory_growth > 200MB,              MEMORY_GROWTH,                 ABOVE, 200",
    "response_time_p95 > 1000ms,         RESPONSE_TIME_P95,             ABOVE, 1000",
    "connection_leaks > 0,               CONNECTION_LEAKS,              ABOVE, 0",
    "system_crashes > 0,                 SYSTEM_CRASHES,                ABOVE, 0",
    "success_rate < 95%,                 SUCCESS_RATE,                  BELOW, 95",
    "memory_growth > 100MB,              MEMORY_GROWTH,                 ABOVE, 100",
    "response_time_p95 > 500ms,          RESPONSE_TIME_P95,             ABOVE, 500",
    "cpu_utilization > 80%,              CPU_UTILIZATION,               ABOVE, 80",
    "memory_recovery < 80%,              MEMORY_RECOVERY,               BELOW, 80",
    "response_time_improvement > 10%,    RESPONSE_TIME_IMPROVEMENT,     ABOVE, 10",
    "memory_efficiency_improvement > 5%, MEMORY_EFFICIENCY_IMPROVEMENT, ABOVE, 5",
    "throughput_improvement > 20%,       THROUGHPUT_IMPROVEMENT,        ABOVE, 20",
  })
  void readsTheSeedsTriggers(
      String trigger, AlertMetric metric, Comparison comparison, double limit) {
    AlertRule rule = AlertRule.parse(trigger, Severity.CRITICAL);

    assertThat(rule).isEqualTo(new AlertRule(metric, comparison, limit, Severity.CRITICAL));
    assertThat(rule.trigger()).isEqualTo(trigger);
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
    assertThat(AlertRule.parse(trigger, Severity.INFO))
        .isEqualTo(new AlertRule(AlertMetric.ERROR_RATE, Comparison.AT_LEAST, 2.5, Severity.INFO));
  }

  @Property
  void whatItWritesItReads(
      @ForAll AlertMetric metric,
      @ForAll Comparison comparison,
      @ForAll @IntRange(min = 0, max = 1_000_000) int hundredths,
      @ForAll Severity severity) {
    var rule = new AlertRule(metric, comparison, hundredths / 100.0, severity);

    assertThat(AlertRule.parse(rule.trigger(), severity)).isEqualTo(rule);
  }

  @Test
  void anUnknownMetricIsAnsweredWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlertRule.parse("latency > 1ms", Severity.INFO))
        .withMessage(
            "unknown metric \"latency\"; allowed: success_rate, error_rate, throughput,"
                + " response_time_p50, response_time_p95, response_time_p99, memory_growth,"
                + " memory_recovery, cpu_utilization, connection_leaks, system_crashes,"
                + " isolation_breaches, response_time_improvement,"
                + " memory_efficiency_improvement, throughput_improvement");
  }

  @ParameterizedTest
  @CsvSource({
    "success_rate < 90,           'success_rate is written in \"%\", not \"\"'",
    "success_rate < 90ms,         'success_rate is written in \"%\", not \"ms\"'",
    "response_time_p95 > 1s,      'response_time_p95 is written in \"ms\", not \"s\"'",
    "memory_growth > 200mb,       'memory_growth is written in \"MB\", not \"mb\"'",
    "connection_leaks > 0%,       'connection_leaks is written without a unit, not \"%\"'",
  })
  void aWrongUnitIsAnsweredWithTheRightOne(String trigger, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlertRule.parse(trigger, Severity.INFO))
        .withMessage(message);
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
        "success_rate = 90%",
        "success_rate == 90%",
        "success_rate != 90%",
        "success_rate < -1%",
        "success_rate < NaN%",
        "success_rate < Infinity%",
        "success_rate < .5%",
        "success_rate < 90% or error_rate > 1%",
        "success rate < 90%",
        "90% > success_rate",
      })
  void refusesWhatIsNoTriggerAndShowsOne(String trigger) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlertRule.parse(trigger, Severity.INFO))
        .withMessage(
            "\"%s\" is no trigger; write: metric, one of < <= > >=, a number and its unit, as in"
                + " \"response_time_p95 > 1000ms\"",
            trigger);
  }

  @ParameterizedTest
  @ValueSource(strings = {"success_rate < 1e3%", "success_rate < 1.2.3%", "success_rate < 0x10%"})
  void refusesNumbersOfOtherNotations(String trigger) {
    assertThatIllegalArgumentException().isThrownBy(() -> AlertRule.parse(trigger, Severity.INFO));
  }

  @Test
  void isNotHeldUpByAnEndlessTrigger() {
    String endless = "success_rate < " + "9".repeat(500_000) + " a b";

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertRule.parse(endless, Severity.INFO))
                .withMessage("a trigger has at most 200 characters, not 500,019"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatCannotBeALimit(double limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new AlertRule(AlertMetric.ERROR_RATE, Comparison.ABOVE, limit, Severity.INFO))
        .withMessage("a limit is 0 or more, not " + limit);
  }

  @Test
  void whatWaversWaitsAndWhatMustBeZeroDoesNot() {
    AlertRule slow = AlertRule.parse("response_time_p95 > 1000ms", Severity.CRITICAL);
    AlertRule crash = AlertRule.parse("system_crashes > 0", Severity.CRITICAL);

    assertThat(slow.forDuration()).isEqualTo(Duration.ofSeconds(5));
    assertThat(slow.keepFiringFor()).isEqualTo(Duration.ofSeconds(5));
    assertThat(crash.forDuration()).isZero();
    assertThat(crash.keepFiringFor()).isZero();
  }

  @Test
  void whatIsKnownOnceCannotHoldForLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(AlertMetric.CONNECTION_LEAKS, Duration.ofSeconds(1)))
        .withMessage("connection_leaks is known once, when a check ends: it cannot hold for PT1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(AlertMetric.ERROR_RATE, Duration.ofSeconds(-1)));
  }

  @ParameterizedTest
  @CsvSource({
    "error_rate < 5%,  true,  false, false",
    "error_rate <= 5%, true,  true,  false",
    "error_rate > 5%,  false, false, true",
    "error_rate >= 5%, false, true,  true"
  })
  void holdsWhereTheComparisonDoes(String trigger, boolean below, boolean at, boolean above) {
    AlertRule rule = AlertRule.parse(trigger, Severity.INFO);

    assertThat(rule.holds(4.9)).isEqualTo(below);
    assertThat(rule.holds(5)).isEqualTo(at);
    assertThat(rule.holds(5.1)).isEqualTo(above);
  }

  private static AlertRule waiting(AlertMetric metric, Duration time) {
    return new AlertRule(metric, Comparison.ABOVE, 0, Severity.INFO, time, Duration.ZERO);
  }
}
