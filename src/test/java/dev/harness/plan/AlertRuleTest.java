package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.AlertRule.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
  private static final Condition LEAKS = Condition.parse("connection_leaks > 0");
  private static final Condition ERRORS = Condition.parse("error_rate > 1%");

  @Test
  void isCalledLikeItsTriggerInItsOneSpelling() {
    assertThat(AlertRule.parse("error_rate>1.0%", Severity.INFO).name())
        .isEqualTo("error_rate > 1%");
  }

  @ParameterizedTest
  @CsvSource({
    "response_time_p95 > 1000ms, 5",
    "cpu_utilization > 80%,      5",
    "system_crashes > 0,         0",
    "connection_leaks > 0,       0",
    "burn_rate_99.9 > 14.4,      0",
  })
  void whatWaversWaitsAndWhatMustBeZeroDoesNot(String trigger, int seconds) {
    AlertRule rule = AlertRule.parse(trigger, Severity.CRITICAL);

    assertThat(rule.forDuration()).hasSeconds(seconds);
    assertThat(rule.keepFiringFor()).hasSeconds(seconds);
  }

  @Test
  void whatIsKnownOnceCannotHoldForLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(LEAKS, 1, 0))
        .withMessage(
            "for of connection_leaks is 0, not 1 s: there is one figure, when a check ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(LEAKS, 0, 1))
        .withMessageStartingWith("keep_firing_for of connection_leaks is 0, not 1 s");
    assertThat(waiting(LEAKS, 0, 0).forDuration()).isZero();
  }

  @Test
  void waitsADayAtTheMost() {
    assertThat(waiting(ERRORS, 86_400, 86_400).forDuration()).hasDays(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(ERRORS, 86_401, 0))
        .withMessage("for is 0 to 86400 s, not 86401 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> waiting(ERRORS, 0, -1))
        .withMessage("keep_firing_for is 0 to 86400 s, not -1 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "\u001b[31mred"})
  void refusesNamesThatCannotBeTold(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(name))
        .withMessage("the name of a rule has 1 to 200 characters, none of them a control");
  }

  @Test
  void aNameHasAtMostTwoHundredCharacters() {
    assertThat(named("x".repeat(200)).name()).hasSize(200);
    assertThatIllegalArgumentException().isThrownBy(() -> named("x".repeat(201)));
  }

  private static AlertRule named(String name) {
    return new AlertRule(name, LEAKS, Severity.INFO, Duration.ZERO, Duration.ZERO);
  }

  private static AlertRule waiting(Condition condition, int seconds, int keepSeconds) {
    return new AlertRule(
        "a rule",
        condition,
        Severity.INFO,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(keepSeconds));
  }
}
