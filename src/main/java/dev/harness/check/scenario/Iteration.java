package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.measure.Outcome.Kind;
import dev.harness.plan.scenario.Scope;
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
    return from(0, attempt, cast.scope(attempt));
  }

  private Future<Outcome> from(int step, Attempt attempt, Scope scope) {
    Future<Outcome> ended = steps.get(step).act(attempt, scope);
    return step + 1 == steps.size()
        ? ended
        : ended.compose(
            outcome ->
                outcome.kind() == Kind.COMPLETED && !attempt.over()
                    ? from(step + 1, attempt, scope)
                    : Future.succeededFuture(outcome));
  }
}
