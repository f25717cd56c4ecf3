package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Answer;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Expectation;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.time.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Sends a request, looks its answer through, and holds it against what is expected. Failures are
 * classes of the step: {@code place-order/status-500}.
 */
record RequestAction(
    Request request, HttpTarget target, IsolationLog isolation, StepTally tally, Ticker ticker)
    implements StepAction {

  @Override
  public Future<Outcome> act(Attempt attempt, Scope scope) {
    Optional<HttpTarget.Request> sent = Sendable.of(request, scope);
    if (sent.isEmpty()) {
      return Future.succeededFuture(Outcome.failed(named("unsendable")));
    }
    long sentNanos = ticker.nanoTime();
    return target
        .send(sent.get(), attempt)
        .transform(reply -> ended(reply, attempt, scope, sentNanos));
  }

  private Future<Outcome> ended(
      AsyncResult<HttpTarget.Reply> reply, Attempt attempt, Scope scope, long sentNanos) {
    if (reply.failed() && attempt.over()) {
      // It was broken off, and has been counted as that.
      return Future.failedFuture(reply.cause());
    }
    Outcome outcome =
        reply.failed()
            ? Outcome.failed(named(FailureClass.of(reply.cause())))
            : outcome(new HttpAnswer(reply.result()), scope);
    tally.add(outcome, ticker.nanoTime() - sentNanos);
    return Future.succeededFuture(outcome);
  }

  private Outcome outcome(HttpAnswer answer, Scope scope) {
    String operation = request.name() + " " + scope.context().requestId();
    if (!isolation.clean(scope.context(), operation, "answer", answer.everything())) {
      return Outcome.failed(named("foreign-canary"));
    }
    if (refuses(answer.status())) {
      return Outcome.refused(named("status-" + answer.status()));
    }
    return unmet(answer, scope)
        .or(() -> notCaptured(answer, scope))
        .map(failure -> Outcome.failed(named(failure)))
        .orElse(Outcome.COMPLETED);
  }

  /** An explicit refusal, unless the plan expects just that. */
  private boolean refuses(int status) {
    return (status == 429 || status == 503) && !request.status().allows(status);
  }

  private Optional<String> unmet(Answer answer, Scope scope) {
    Optional<String> status = request.status().unmet(answer, scope);
    if (status.isPresent()) {
      return status;
    }
    for (Expectation expectation : request.expectations()) {
      Optional<String> failure = expectation.unmet(answer, scope);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<String> notCaptured(Answer answer, Scope scope) {
    for (Capture capture : request.captures()) {
      Optional<String> found = capture.place().in(answer);
      if (found.isEmpty()) {
        return Optional.of(capture.place().missing());
      }
      scope.capture(capture.name(), found.get());
    }
    return Optional.empty();
  }

  private String named(String failure) {
    return request.name() + "/" + failure;
  }
}
