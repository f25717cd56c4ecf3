package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Condition;
import io.vertx.core.Future;
import java.util.List;

/** Goes through the steps that the condition says. */
record BranchAction(Condition condition, List<StepAction> then, List<StepAction> otherwise)
    implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    return Course.of(condition.holds(turn.scope()) ? then : otherwise, turn);
  }
}
