package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.measure.Outcome.Kind;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import io.vertx.core.Future;
import java.util.List;

/**
 * One user's way through the steps of a scenario. It ends with the first that does not complete.
 */
record Iteration(List<StepAction> steps, Cast cast) implements Operation {

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    var turn = new Turn(cast.scope(attempt), attempt);
    return from(0, turn).onComplete(ended -> turn.end());
  }

  private Future<Outcome> from(int step, Turn turn) {
    Future<Outcome> ended = steps.get(step).act(turn);
    return step + 1 == steps.size()
        ? ended
        : ended.compose(
            outcome ->
                outcome.kind() == Kind.COMPLETED && !turn.over()
                    ? from(step + 1, turn)
                    : Future.succeededFuture(outcome));
  }
}
