package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
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
    return Course.of(steps, turn).onComplete(ended -> turn.end());
  }
}
