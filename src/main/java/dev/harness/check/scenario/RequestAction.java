package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Request;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.time.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.Optional;

/** Sends a request, has its answer examined, and counts what became of it. */
record RequestAction(
    Request request, HttpTarget target, Examination examination, StepTally tally, Ticker ticker)
    implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    Optional<HttpTarget.Request> sent = Sendable.of(request, turn.scope());
    if (sent.isEmpty()) {
      return Future.succeededFuture(Outcome.failed(examination.named("unsendable")));
    }
    long sentNanos = ticker.nanoTime();
    Attempt attempt = turn.attempt().orElseThrow();
    return target.send(sent.get(), attempt).transform(reply -> ended(reply, turn, sentNanos));
  }

  private Future<Outcome> ended(AsyncResult<HttpTarget.Reply> reply, Turn turn, long sentNanos) {
    if (reply.failed() && turn.over()) {
      // It was broken off, and has been counted as that.
      return Future.failedFuture(reply.cause());
    }
    Outcome outcome =
        reply.failed()
            ? Outcome.failed(examination.named(FailureClass.of(reply.cause())))
            : examination.of(new HttpAnswer(reply.result()), turn.scope());
    tally.add(outcome, ticker.nanoTime() - sentNanos);
    return Future.succeededFuture(outcome);
  }
}
