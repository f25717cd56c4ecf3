package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Lets time pass. An iteration that is broken off meanwhile does not go on. */
record PauseAction(Duration time) implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    Vertx vertx = Vertx.currentContext().owner();
    Promise<Outcome> over = Promise.promise();
    long timer = vertx.setTimer(time.toMillis(), rung -> over.complete(Outcome.COMPLETED));
    turn.onAbandon(
        () -> {
          if (vertx.cancelTimer(timer)) {
            over.fail("broken off in a pause");
          }
        });
    return over.future();
  }
}
