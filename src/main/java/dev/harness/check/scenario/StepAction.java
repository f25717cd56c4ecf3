package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;

/** What a step does in one iteration. */
@FunctionalInterface
interface StepAction {

  /**
   * Called on an event loop; must not block.
   *
   * @return how it ended; only what has completed is followed by the next step
   */
  Future<Outcome> act(Turn turn);
}
