package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.measure.Figure;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.CheckId;
import dev.harness.plan.Condition;
import dev.harness.plan.Suite;
import dev.harness.verdict.Alert;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsReportTest {
  private static final CheckId CHECK = new CheckId(Suite.CONTEXT, "a");
  private static final AlertRule SLOW =
      new AlertRule(
          "slow\u202e answers",
          Condition.parse("response_time_p95 > 1000ms"),
          Severity.WARNING,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));
  private static final AlertRule CRASH = AlertRule.parse("system_crashes > 0", Severity.CRITICAL);
  private static final AlertRule BETTER =
      AlertRule.parse("throughput_improvement > 20%", Severity.INFO);

  /** One that fired, one that did so without a figure, and one that only came near. */
  private static final AlertLog LOG =
      new AlertLog(
          true,
          List.of(
              Alert.inactive(SLOW, CHECK, "steady")
                  .observe(Duration.ofSeconds(4), Observation.HOLDS, Figure.of(1_204, 400))
                  .observe(Duration.ofSeconds(9), Observation.HOLDS, Figure.missing("no answer")),
              Alert.inactive(CRASH, CHECK, "")
                  .observe(Duration.ofMillis(2_500), Observation.HOLDS, Figure.of(1)),
              Alert.inactive(SLOW, CHECK, "other")
                  .observe(Duration.ofSeconds(1), Observation.HOLDS, Figure.of(2_000))),
          Map.of(BETTER, "there is no baseline"));

  @Test
  void theConsoleTellsWhatFiredGravestFirst() {
    assertThat(new AlertLines(new NumberText(3)).of(LOG))
        .containsExactly(
            "critical alert in context/a: system_crashes > 0 fired after 2.5 s (1), firing at the"
                + " end",
            "warning alert \"slow  answers\" in context/a, steady: response_time_p95 > 1000ms fired"
                + " after 9.0 s (no answer), firing at the end",
            "1 alert rules could not be evaluated; report.json says why");
  }

  @Test
  void theConsoleIsSilentWhereRulesActOnNothing() {
    var log = new AlertLog(false, List.of(), Map.of(BETTER, "no check of this run alerts"));

    assertThat(new AlertLines(new NumberText(3)).of(log)).isEmpty();
  }

  @Test
  void theReportListsChangesWithTimeAndFigure() {
    var root = new ObjectMapper().createObjectNode();
    AlertsJson.write(LOG, root);

    assertThat(root.get("alerts")).as("what did not fire is no alert").hasSize(2);
    JsonNode slow = root.get("alerts").get(0);
    assertThat(slow.get("rule").asText()).isEqualTo(SLOW.name());
    assertThat(slow.get("trigger").asText()).isEqualTo("response_time_p95 > 1000ms");
    assertThat(slow.get("severity").asText()).isEqualTo("warning");
    assertThat(slow.get("check").asText()).isEqualTo("context/a");
    assertThat(slow.get("phase").asText()).isEqualTo("steady");
    assertThat(slow.get("changes").toString())
        .isEqualTo(
            "[{\"to\":\"pending\",\"at_seconds\":4.0,\"figure\":1204.0,\"unit\":\"ms\"},"
                + "{\"to\":\"firing\",\"at_seconds\":9.0,\"figure\":null,"
                + "\"missing\":\"no answer\"}]");
    assertThat(root.get("alerts").get(1).has("phase")).isFalse();
    assertThat(root.get("alerts_not_evaluated").toString())
        .isEqualTo(
            "[{\"rule\":\"throughput_improvement > 20%\","
                + "\"trigger\":\"throughput_improvement > 20%\",\"severity\":\"info\","
                + "\"reason\":\"there is no baseline\"}]");
  }
}
