package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Answer;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Named;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.run.IsolationLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks an answer through, holds it against what its request expects, and captures what later steps
 * use. Failures are classes of the step: {@code place-order/status-500}.
 */
record Examination(Request request, IsolationLog isolation) {

  /** What the answer is to its request. */
  Outcome of(HttpAnswer answer, Scope scope) {
    if (!clean(isolation, request, scope, "answer", answer.everything())) {
      return Outcome.failed(named("foreign-canary"));
    }
    if (refuses(answer.status())) {
      return Outcome.refused(named("status-" + answer.status()));
    }
    return unmet(answer, scope)
        .or(() -> notCaptured(request.captures(), answer, scope))
        .map(failure -> Outcome.failed(named(failure)))
        .orElse(Outcome.COMPLETED);
  }

  /**
   * Looks through what came back for a step.
   *
   * @return whether there is nothing of others in it
   */
  static boolean clean(IsolationLog isolation, Named step, Scope scope, String where, String text) {
    String operation = step.name() + " " + scope.context().requestId();
    return isolation.clean(scope.context(), operation, where, text);
  }

  /** A failure as a class of this step. */
  String named(String failure) {
    return request.failure(failure);
  }

  /** An explicit refusal, unless the plan expects just that. */
  private boolean refuses(int status) {
    return isRefusal(status) && !request.status().allows(status);
  }

  /** Whether a service says by that status that it has no room now. */
  static boolean isRefusal(int status) {
    return status == 429 || status == 503;
  }

  private Optional<String> unmet(Answer answer, Scope scope) {
    return Stream.concat(
            Stream.of(request.status(), request.size()), request.expectations().stream())
        .flatMap(expectation -> expectation.unmet(answer, scope).stream())
        .findFirst();
  }

  /** Captures what later steps use; what is not there is told as a failure. */
  static Optional<String> notCaptured(List<Capture> captures, Answer answer, Scope scope) {
    for (Capture capture : captures) {
      Optional<String> found = capture.place().in(answer);
      if (found.isPresent()) {
        scope.capture(capture.name(), found.get());
      } else if (capture.optional()) {
        scope.forget(capture.name());
      } else {
        return Optional.of(capture.place().missing());
      }
    }
    return Optional.empty();
  }
}
