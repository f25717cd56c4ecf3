package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.CheckId;
import dev.harness.plan.Condition;
import dev.harness.plan.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertTest {
  private static final CheckId CHECK = new CheckId(Suite.CONTEXT, "a");

  @Test
  void tellsEachChangeWithTheFigureThatItWasSeenWith() {
    Alert alert = alert(Severity.CRITICAL);

    Alert fired = alert.observe(Duration.ofSeconds(1), Observation.HOLDS, Figure.of(1));
    Alert still = fired.observe(Duration.ofSeconds(2), Observation.HOLDS, Figure.of(2));
    Alert over = still.observe(Duration.ofSeconds(3), Observation.CLEAR, Figure.of(0));

    assertThat(over.changes())
        .extracting(change -> change.to().id(), Alert.Change::at, Alert.Change::figure)
        .containsExactly(
            tuple("firing", Duration.ofSeconds(1), Figure.of(1)),
            tuple("resolved", Duration.ofSeconds(3), Figure.of(0)));
    assertThat(over.fails()).as("it fired, though it is over").isTrue();
  }

  @Test
  void onlyACriticalOneFailsTheRun() {
    Alert warning = alert(Severity.WARNING).observe(Duration.ZERO, Observation.HOLDS, Figure.of(1));

    assertThat(warning.fired()).isEqualTo(1);
    assertThat(warning.fails()).isFalse();
    assertThat(alert(Severity.CRITICAL).fails()).as("it never fired").isFalse();
  }

  @Test
  void oneThatFlapsForHoursKeepsABoundedHistoryAndCountsTheRest() {
    Alert alert = alert(Severity.INFO);
    for (int i = 0; i < 1_000; i++) {
      Observation seen = i % 2 == 0 ? Observation.HOLDS : Observation.CLEAR;
      alert = alert.observe(Duration.ofSeconds(i), seen, Figure.of(i));
    }

    assertThat(alert.changes()).hasSize(Alert.MOST_CHANGES);
    assertThat(alert.changed()).isEqualTo(1_000);
    assertThat(alert.fired()).isEqualTo(500);
  }

  @Test
  void theFirstFiringIsKeptHoweverLateItComes() {
    var rule =
        new AlertRule(
            "flapping",
            Condition.parse("error_rate > 0%"),
            Severity.CRITICAL,
            Duration.ofSeconds(2),
            Duration.ZERO);
    Alert alert = Alert.inactive(rule, CHECK, "");
    for (int i = 0; i < 1_000; i++) {
      Observation seen = i % 2 == 0 ? Observation.HOLDS : Observation.CLEAR;
      alert = alert.observe(Duration.ofSeconds(i), seen, Figure.of(i));
    }
    alert = alert.observe(Duration.ofSeconds(1_000), Observation.HOLDS, Figure.of(7));
    alert = alert.observe(Duration.ofSeconds(1_002), Observation.HOLDS, Figure.of(8));

    assertThat(alert.changes()).filteredOn(Alert.Change::firing).hasSize(1);
  }

  private static Alert alert(Severity severity) {
    return Alert.inactive(AlertRule.parse("connection_leaks > 0", severity), CHECK, "");
  }
}
