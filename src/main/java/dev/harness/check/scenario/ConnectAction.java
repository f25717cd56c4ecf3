package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Connect;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.StreamTarget.Handshake;
import dev.harness.run.port.StreamTarget.Stream;
import dev.harness.time.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.UpgradeRejectedException;
import java.util.Optional;

/** Opens a stream, on which each event will be looked through, and counts what became of it. */
record ConnectAction(
    Connect step, StreamTarget target, IsolationLog isolation, StepTally tally, Ticker ticker)
    implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    Optional<Handshake> handshake = Sendable.of(step, turn.scope());
    if (handshake.isEmpty()) {
      return Future.succeededFuture(Outcome.failed(step.failure("unsendable")));
    }
    var live =
        new LiveStream(
            text -> Examination.clean(isolation, step, turn.scope(), "event", text), ticker);
    Promise<Outcome> ended = Promise.promise();
    turn.onAbandon(() -> ended.tryFail("broken off while it connected"));
    target
        .open(handshake.get(), live::received)
        .onSuccess(live::opened)
        .onComplete(opened -> end(opened, ended, live, turn));
    return ended.future();
  }

  private void end(AsyncResult<Stream> opened, Promise<Outcome> ended, LiveStream live, Turn turn) {
    if (ended.future().isComplete()) {
      // It was broken off; a stream that is open now is nobody's.
      opened.map(Stream::close);
      return;
    }
    if (opened.succeeded()) {
      turn.connected(step.service(), live);
    }
    Outcome outcome = opened.succeeded() ? Outcome.COMPLETED : outcome(opened.cause());
    tally.add(outcome, ticker.nanoTime() - live.sentNanos());
    ended.complete(outcome);
  }

  private Outcome outcome(Throwable cause) {
    boolean refused =
        cause instanceof UpgradeRejectedException rejected
            && Examination.isRefusal(rejected.getStatus());
    String as = step.failure(FailureClass.of(cause));
    return refused ? Outcome.refused(as) : Outcome.failed(as);
  }
}
