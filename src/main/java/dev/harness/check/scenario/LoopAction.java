package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Loop;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through the steps of a loop for each of its items. */
record LoopAction(Loop loop, List<StepAction> steps) implements StepAction {
  /** What an iteration fails as where there is nothing to go through. */
  static final String NO_ARRAY = "loop/no-array";

  private static final Future<Outcome> DONE = Future.succeededFuture(Outcome.COMPLETED);

  @Override
  public Future<Outcome> act(Turn turn) {
    Optional<List<String>> items = loop.items().in(turn.scope(), JsonText::items);
    if (items.isEmpty()) {
      return Future.succeededFuture(Outcome.failed(NO_ARRAY));
    }
    Stream<StepAction> rounds =
        items.get().stream()
            .flatMap(item -> Stream.concat(Stream.of(naming(item)), steps.stream()));
    return Course.of(rounds.iterator(), turn);
  }

  /** Makes the variable of the loop stand for that one. */
  private StepAction naming(String item) {
    return turn -> {
      turn.scope().capture(loop.item(), item);
      return DONE;
    };
  }
}
