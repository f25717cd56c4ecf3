package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Condition;
import dev.harness.plan.scenario.Items;
import dev.harness.plan.scenario.Loop;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Variable.Captured;
import dev.harness.time.ManualTicker;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps in steps, without a loop, a socket or a clock that runs. */
class CourseTest {
  private final Scope scope =
      new Scope(new UserExecutionContext("user-1", "thread-1", "run-1", "request-1"), Map.of());
  private final Turn turn = new Turn(scope);
  private final List<String> done = new ArrayList<>();
  private final ManualTicker ticker = new ManualTicker();

  @Test
  void endsWithTheFirstThatDoesNotComplete() {
    Outcome failed = Outcome.failed("b/status-500");

    Future<Outcome> ended =
        Course.of(List.of(named("a"), at -> Future.succeededFuture(failed), named("c")), turn);

    assertThat(ended.result()).isEqualTo(failed);
    assertThat(done).containsExactly("a");
  }

  @Test
  void waitsForEachBeforeTheNext() {
    Promise<Outcome> answer = Promise.promise();

    Future<Outcome> ended = Course.of(List.of(at -> answer.future(), named("b")), turn);

    assertThat(done).isEmpty();
    assertThat(ended.isComplete()).isFalse();
    answer.complete(Outcome.COMPLETED);
    assertThat(done).containsExactly("b");
    assertThat(ended.result()).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void manyThatEndAtOnceNeedNoStack() {
    List<StepAction> many = Collections.nCopies(1_000_000, named("a"));

    assertThat(Course.of(many, turn).result()).isEqualTo(Outcome.COMPLETED);
    assertThat(done).hasSize(1_000_000);
  }

  @Test
  void oneThatThrowsEndsIt() {
    var bug = new IllegalStateException("bug");
    StepAction throwing =
        at -> {
          throw bug;
        };

    assertThat(Course.of(List.of(throwing, named("b")), turn).cause()).isSameAs(bug);
    assertThat(done).isEmpty();
  }

  @Test
  void aLoopGoesThroughItsItems() {
    assertThat(loop(new Items.Times(3)).act(turn).result()).isEqualTo(Outcome.COMPLETED);
    assertThat(done).containsExactly("1", "2", "3");
  }

  @Test
  void aLoopGoesThroughWhatWasCapturedUpToItsBound() {
    scope.capture("ids", "[\"a b\",7,{\"x\":null},true,\"e\"]");

    loop(new Items.Found(new Captured("ids"), 4)).act(turn);

    assertThat(done).containsExactly("a b", "7", "{\"x\":null}", "true");
  }

  @Test
  void aLoopThroughNothingCompletesAndOneThroughNoArrayFails() {
    StepAction loop = loop(new Items.Found(new Captured("ids"), 4));

    scope.capture("ids", "[]");
    assertThat(loop.act(turn).result()).isEqualTo(Outcome.COMPLETED);
    for (String text : List.of("", "a", "{\"a\":1}", "null", "[1")) {
      scope.capture("ids", text);
      assertThat(loop.act(turn).result()).isEqualTo(Outcome.failed("loop/no-array"));
    }
    assertThat(done).isEmpty();
  }

  @Test
  void aBranchGoesTheWayOfItsCondition() {
    var state = new Captured("state");
    var branch =
        new BranchAction(
            new Condition.Equal(state, Template.of("open")),
            List.of(named("pay")),
            List.of(named("look")));

    scope.capture("state", "open");
    branch.act(turn);
    scope.capture("state", "paid");
    branch.act(turn);
    scope.forget("state");
    branch.act(turn);

    assertThat(done).containsExactly("pay", "look", "look");
  }

  @Test
  void aGroupIsTimedAsAWhole() {
    var tally = new StepTally();
    StepAction second =
        at -> {
          ticker.advance(Duration.ofMillis(20));
          return named("a").act(at);
        };
    var group = new GroupAction(List.of(second, second), tally, ticker);

    for (int i = 0; i < 100; i++) {
      group.act(turn);
    }

    assertThat(tally.times().percentile(0.5))
        .isInstanceOfSatisfying(
            Figure.Measured.class, half -> assertThat(half.value()).isBetween(39.9, 40.1));
    assertThat(tally.successPercent()).isEqualTo(Figure.share(100, 100));
  }

  @Test
  void aGroupFailsAsWhatFailsInIt() {
    var tally = new StepTally();
    Outcome failed = Outcome.failed("pay/status-500");
    var group = new GroupAction(List.of(at -> Future.succeededFuture(failed)), tally, ticker);

    for (int i = 0; i < 100; i++) {
      assertThat(group.act(turn).result()).isEqualTo(failed);
    }

    assertThat(tally.successPercent()).isEqualTo(Figure.share(0, 100));
  }

  private StepAction named(String name) {
    return at -> {
      done.add(name);
      return Future.succeededFuture(Outcome.COMPLETED);
    };
  }

  /** One that notes what its variable stands for. */
  private StepAction loop(Items items) {
    var loop = new Loop(items, "item", List.of(new Step.Pause(Duration.ofSeconds(1))));
    var item = new Captured("item");
    return new LoopAction(loop, List.of(at -> named(item.in(at.scope())).act(at)));
  }
}
