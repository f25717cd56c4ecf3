package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Send;
import dev.harness.run.drive.FailureClass;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Sends a text message on the stream that is open. */
record SendAction(Send step) implements StepAction {

  /** A peer that does not read holds it up no longer than any other step. */
  @Override
  public Future<Outcome> act(Turn turn) {
    LiveStream stream = turn.stream(step.service());
    String broken = stream.broken();
    return broken != null
        ? Future.succeededFuture(failed(broken))
        : stream
            .send(step.text().in(turn.scope()))
            .timeout(step.longest().toMillis(), TimeUnit.MILLISECONDS)
            .map(Outcome.COMPLETED)
            .otherwise(cause -> failed(FailureClass.of(cause)));
  }

  private Outcome failed(String as) {
    return Outcome.failed(step.failure(as));
  }
}
