package dev.harness.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.StatusIn;
import dev.harness.plan.scenario.ScenarioLoad.AtOneRate;
import dev.harness.plan.scenario.ScenarioLoad.Changing;
import dev.harness.plan.scenario.ScenarioLoad.Closed;
import dev.harness.plan.scenario.ScenarioLoad.Spike;
import dev.harness.plan.scenario.Template.Hole;
import dev.harness.plan.scenario.Variable.OfUser;
import dev.harness.random.Seed;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final ScenarioLoad LOAD = new AtOneRate(10, false, Duration.ofSeconds(5));

  @Test
  void hasAsMuchTimeAsItsStepsTogetherAndASecond() {
    assertThat(
            of(request("a", Template.of("/")), pause(), request("b", Template.of("/"))).timeout())
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void hasAsManyUnderWayAsThereAreConnectionsAndMoreWhereItPauses() {
    assertThat(of(request("a", Template.of("/"))).slots()).isEqualTo(30);
    assertThat(of(request("a", Template.of("/")), pause()).slots()).isEqualTo(10_000);
  }

  @Test
  void whatIsInGroupsLoopsAndBranchesCounts() {
    var look = new Group("look", List.of(request("a", Template.of("/")), pause()), List.of());
    var loop = new Loop(new Items.Times(3), "item", List.of(look));
    var asked = new Condition.Present(new OfUser("id"), true);
    Scenario scenario =
        of(loop, new Branch(asked, List.of(request("b", own("canary"))), List.of(pause())));

    assertThat(scenario.timeout())
        .as("three times 2 s and a pause, the longer of two ways, and a second")
        .isEqualTo(Duration.ofSeconds(3 * 3 + 2 + 1));
    assertThat(scenario.measured()).extracting(Measured::name).containsExactly("look", "a", "b");
    assertThat(scenario.services()).hasSize(1);
    assertThat(scenario.slots()).as("it pauses").isEqualTo(10_000);
    assertThat(scenario.sendsCanary(Users.of(3))).isTrue();
    assertThat(scenario.words()).isEqualTo("10/s for 5s: look, a, b");
  }

  @Test
  void loopsInLoopsHaveABound() {
    var inner = new Loop(new Items.Times(1_000), "i", List.of(pause()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Loop(new Items.Times(1_000), "j", List.of(inner)))
        .withMessage("an iteration has at most 10,000 steps, and this comes to 1,000,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(request("a", Template.of("/")), inner))
        .withMessageStartingWith("the pauses of a scenario last less than 5 minutes together");
  }

  @Test
  void knowsWhetherACanaryCouldComeBack() {
    Users counted = Users.of(3);
    Users withTokens = Users.of(Rows.of(List.of(Map.of("token", "t"))));

    assertThat(of(request("a", Template.of("/"))).sendsCanary(counted)).isFalse();
    assertThat(of(request("a", own("id"))).sendsCanary(counted)).isFalse();
    assertThat(of(request("a", own("canary"))).sendsCanary(withTokens)).isTrue();
    assertThat(of(request("a", own("token"))).sendsCanary(counted)).isTrue();
    assertThat(of(request("a", own("token"))).sendsCanary(withTokens)).isFalse();
  }

  @Test
  void loadsAreOfTheirKind() {
    assertThat(kind(LOAD)).isEqualTo(Kind.STEADY);
    assertThat(kind(new AtOneRate(10, true, SECOND))).isEqualTo(Kind.STEADY);
    assertThat(kind(new Changing(0, 10, SECOND))).isEqualTo(Kind.CHANGING);
    assertThat(kind(new Spike(1, 10, SECOND, SECOND, SECOND))).isEqualTo(Kind.CHANGING);
    assertThat(kind(new Closed(5, SECOND, Duration.ZERO))).isEqualTo(Kind.CLOSED);
    assertThat(new Spike(1, 10, SECOND, SECOND, SECOND).duration())
        .isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void partsOfALoadComeToTheWhole() {
    int[] upTo = {0, 1, 3, 6, 10};
    for (int users = 10; users < 50; users++) {
      var all = new Closed(users, SECOND, SECOND);
      int sum = 0;
      for (int i = 1; i < upTo.length; i++) {
        ScenarioLoad part = all.part(upTo[i - 1], upTo[i], 10);
        sum += part.measured(1, new Seed(1)).slots();
      }
      assertThat(sum).isEqualTo(users);
    }
    assertThat(new Changing(0, 40, SECOND).part(3, 4, 4)).isEqualTo(new Changing(0, 10, SECOND));
    assertThat(new Spike(4, 40, SECOND, SECOND, SECOND).part(0, 1, 4))
        .isEqualTo(new Spike(1, 10, SECOND, SECOND, SECOND));
    assertThat(new AtOneRate(100, false, SECOND).part(0, 1, 3).words())
        .isEqualTo("33.3333/s for 1s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Closed(3, SECOND, SECOND).part(0, 1, 100))
        .withMessage("3 at once are too few for these weights: one scenario would have nobody");
  }

  @Test
  void aWarmUpHasTheRateThatTheLoadBeginsWith() {
    for (ScenarioLoad load :
        List.of(
            new AtOneRate(10, true, SECOND),
            new Changing(10, 90, SECOND),
            new Changing(0, 10, SECOND),
            new Spike(10, 90, SECOND, SECOND, SECOND))) {
      assertThat(load.warmUp(SECOND, 3))
          .isInstanceOfSatisfying(
              LoadProfile.Open.class, open -> assertThat(open.arrivals().count()).isEqualTo(10));
    }
    assertThat(new Closed(5, SECOND, Duration.ZERO).warmUp(SECOND, 3).slots()).isEqualTo(5);
  }

  @Test
  void saysWhatItIs() {
    assertThat(of(request("a", Template.of("/")), pause(), request("b", Template.of("/"))).words())
        .isEqualTo("10/s for 5s: a, b");
    assertThat(new Changing(0.5, 10, Duration.ofMinutes(2)).words()).isEqualTo("0.5 to 10/s in 2m");
  }

  private static Kind kind(ScenarioLoad load) {
    return load.measured(3, new Seed(1)).kind();
  }

  private static Scenario of(Step... steps) {
    return new Scenario("look", LOAD, Duration.ZERO, Arrays.asList(steps), List.of());
  }

  private static Step pause() {
    return new Step.Pause(SECOND);
  }

  private static Template own(String name) {
    return new Template(List.of(new Hole(new OfUser(name), Encoding.PLAIN)));
  }

  private static Request request(String name, Template header) {
    var service =
        new HttpService(
            "api",
            URI.create("http://127.0.0.1"),
            "http://127.0.0.1",
            Duration.ofSeconds(2),
            30,
            HttpService.Tls.DEFAULT);
    return new Request(
        name,
        service,
        "GET",
        Template.of("/"),
        Map.of("A", header),
        Optional.empty(),
        StatusIn.SUCCESS,
        AtMost.USUAL,
        List.of(),
        List.of(),
        List.of());
  }
}
