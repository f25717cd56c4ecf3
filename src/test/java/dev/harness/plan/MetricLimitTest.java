package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.threshold.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricLimitTest {
  @ParameterizedTest
  @CsvSource({
    "success_rate >= 99%, AT_LEAST",
    "throughput >= 10/s, AT_LEAST",
    "error_rate <= 0.5%, AT_MOST",
    "response_time_p99.9 <= 300ms, AT_MOST",
    "service_time_mean <= 20ms, AT_MOST"
  })
  void saysWhatMustHold(String text, Bound bound) {
    MetricLimit limit = MetricLimit.parse(text);

    assertThat(limit.bound()).isEqualTo(bound);
    assertThat(text).startsWith(limit.metric().id() + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "success_rate < 90%, success_rate >= 90%",
    "success_rate > 90%, success_rate >= 90%",
    "response_time_p95 > 300ms, response_time_p95 <= 300ms",
    "response_time_p95 < 300ms, response_time_p95 <= 300ms"
  })
  void whatATriggerWouldSayIsTurnedRound(String text, String meant) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricLimit.parse(text))
        .withMessageEndingWith("did you mean \"" + meant + "\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory_growth <= 10MB", "connection_leaks <= 0", "burn_rate_99.9 <= 1"})
  void speaksOfAWholeLoadOnly(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MetricLimit.parse(text));
  }

  @Test
  void unknownMetricsAreToldAsInTriggers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricLimit.parse("respnse_time_p95 <= 1ms"))
        .withMessageContaining("did you mean \"response_time_p95\"");
  }
}
