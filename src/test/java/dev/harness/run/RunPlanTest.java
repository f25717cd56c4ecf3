package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunPlanTest {
  private static final Ruleset RULES =
      new Ruleset(
          new Thresholds(Map.of()),
          List.of(),
          TestConfiguration.DEFAULT,
          EnvironmentRequirements.DEFAULT);
  private static final Check ONE = check("one");
  private static final Check OTHER = check("other");

  @Test
  void aCheckHasTheSameChanceWhateverElseIsRun() {
    assertThat(plan(7, ONE, OTHER).seedFor(OTHER)).isEqualTo(plan(7, OTHER).seedFor(OTHER));
  }

  @Test
  void checksAndRunsHaveChancesOfTheirOwn() {
    assertThat(plan(7, ONE, OTHER).seedFor(ONE)).isNotEqualTo(plan(7, ONE, OTHER).seedFor(OTHER));
    assertThat(plan(7, ONE).seedFor(ONE)).isNotEqualTo(plan(8, ONE).seedFor(ONE));
  }

  @Test
  void aNamedCheckThatIsNotInTheProfileMayTakeWhatItsSmallestTakes() {
    var late = new FakeCheck("late", Budget.seconds(0, 7, 9), List.of(), rig -> Findings.NONE);
    var named = new RunPlan("run-1", new Seed(1), Profile.QUICK, List.of(ONE, late), true, RULES);

    assertThat(named.budget(ONE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(named.budget(late)).isEqualTo(Duration.ofSeconds(7));
  }

  /** A user may write a scenario that lasts longer than a check of ours may hang. */
  @Test
  void aScenarioIsGivenUpOnlyAfterItsOwnLengthAndLastsNoLonger() {
    Budget hours = Budget.ofPlan(7_200);
    var scenario = new FakeCheck("scenario", hours, List.of(), rig -> Findings.NONE);
    RunPlan plan = plan(1, ONE, scenario);
    Duration longest = TestConfiguration.DEFAULT.checkTimeout();

    assertThat(plan.budget(scenario)).isEqualTo(Duration.ofHours(2));
    assertThat(plan.timeout(scenario)).isEqualTo(Duration.ofHours(2).plus(longest));
    assertThat(plan.timeout(ONE)).isEqualTo(longest);
    assertThat(hours.soaks()).isFalse();
  }

  private static RunPlan plan(long seed, Check... checks) {
    return new RunPlan("run-1", new Seed(seed), Profile.QUICK, List.of(checks), false, RULES);
  }

  private static Check check(String name) {
    return new FakeCheck(name, Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE);
  }
}
