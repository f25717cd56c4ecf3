package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.check.BuiltInChecks;
import dev.harness.check.scenario.ScenarioCheck;
import dev.harness.plan.CheckId;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.Suite;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.StatusIn;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad.AtOneRate;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Users;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.verdict.Criterion;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckFormTest {
  private static final List<Check> KNOWN = BuiltInChecks.all();

  @Test
  void aBuiltInCheckIsItsId() {
    Check check = KNOWN.get(0);

    assertThat(CheckForm.text(check)).isEqualTo(check.id().toString());
    assertThat(CheckForm.check(KNOWN, check.id().toString())).isSameAs(check);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> CheckForm.check(KNOWN, "context/nosuch"));
  }

  /** As the journal of a disk that lost a part of it may have it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan/look\t5x\ttrue\tfalse\tp.yaml\tload",
        "plbn/look\t5\ttrue\tfalse\tp\tl",
        "plan/look\t5,5,5,5,PLBN\ttrue\tfalse\tp\tl"
      })
  void aDamagedOneIsNone(String text) {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> CheckForm.check(KNOWN, text))
        .withMessageStartingWith("no check is told by ");
  }

  /** A plan that is content with nine in ten is not held to what holds for a whole run. */
  @ParameterizedTest
  @CsvSource({"success_rate >= 90%, true", "error_rate <= 1%, false", "throughput >= 1/s, false"})
  void aScenarioIsToldWhole(String limit, boolean overloads) {
    Check check = scenario(MetricLimit.parse(limit));

    Check told = CheckForm.check(KNOWN, CheckForm.text(check));

    assertThat(told.id()).isEqualTo(check.id()).hasToString("plan/look");
    assertThat(told.load()).isEqualTo(check.load()).isEqualTo("10/s for 5s: get-things");
    assertThat(told.options()).isEqualTo("--plan a plan.yaml --check plan/look");
    assertThat(told.budget()).isEqualTo(check.budget());
    assertThat(told.alerting()).isTrue();
    assertThat(told.overloads()).isEqualTo(check.overloads()).isEqualTo(overloads);
  }

  /** It may not be in each profile, as those of a plan are. */
  @Test
  void aCheckOfContextsThatWereBroughtIsInItsOwnProfiles() {
    Check brought = new Brought(Budget.seconds(0, 2, 13));

    assertThat(CheckForm.check(KNOWN, CheckForm.text(brought)).budget())
        .isEqualTo(brought.budget());
  }

  @Test
  void aJournalOfEarlierHasOneTimeForAllProfiles() {
    String text = "plan/look\t5\ttrue\tfalse\t--plan p.yaml\tload";

    assertThat(CheckForm.check(KNOWN, text).budget()).isEqualTo(Budget.ofPlan(5));
  }

  private record Brought(Budget budget) implements Check {
    @Override
    public CheckId id() {
      return new CheckId(Suite.ENGINE, "lifecycle-memory");
    }

    @Override
    public String load() {
      return "engines";
    }

    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public Optional<String> broughtBy() {
      return Optional.of("--classpath mine.jar");
    }

    @Override
    public Findings run(Rig rig) {
      throw new UnsupportedOperationException("told only");
    }
  }

  private static Check scenario(MetricLimit limit) {
    var service =
        new HttpService(
            "api",
            URI.create("http://127.0.0.1"),
            "http://127.0.0.1",
            Duration.ofSeconds(1),
            1,
            HttpService.Tls.DEFAULT);
    var request =
        new Request(
            "get-things",
            service,
            "GET",
            Template.of("/things"),
            Map.of(),
            Optional.empty(),
            StatusIn.SUCCESS,
            AtMost.USUAL,
            List.of(),
            List.of(),
            List.of());
    var scenario =
        new Scenario(
            "look",
            new AtOneRate(10, false, Duration.ofSeconds(5)),
            Duration.ZERO,
            List.of(request),
            List.of(limit));
    var plan = new Plan("things", "a plan.yaml", Users.of(3), List.of(scenario), false, List.of());
    return ScenarioCheck.of(plan, Optional.of(Set.of())).get(0);
  }
}
