package dev.harness.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class ToolConditionTest {

  @Test
  void runsWhereTheToolIs() {
    assertThat(ToolCondition.decide(Tool.DOCKER, true, "docker").isDisabled()).isFalse();
  }

  @Test
  void skipsWhereItIsMissingAndSaysHowToGetIt() {
    var decision = ToolCondition.decide(Tool.DOCKER, false, "");

    assertThat(decision.isDisabled()).isTrue();
    assertThat(decision.getReason()).hasValueSatisfying(r -> assertThat(r).contains("install"));
  }

  @Test
  void failsWhereItIsMissingAndRequired() {
    assertThatExceptionOfType(ExtensionConfigurationException.class)
        .isThrownBy(() -> ToolCondition.decide(Tool.DOCKER, false, "chromium, docker"))
        .withMessageContaining("harness.require");
  }
}
