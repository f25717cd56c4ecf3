package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Scope;
import dev.harness.run.drive.Attempt;
import io.vertx.core.Future;

/** What a step does in one iteration. */
@FunctionalInterface
interface StepAction {

  /**
   * Called on an event loop; must not block.
   *
   * @return how it ended; only what has completed is followed by the next step
   */
  Future<Outcome> act(Attempt attempt, Scope scope);
}
