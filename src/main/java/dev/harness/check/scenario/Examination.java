package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Answer;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.run.IsolationLog;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks an answer through, holds it against what its request expects, and captures what later steps
 * use. Failures are classes of the step: {@code place-order/status-500}.
 */
record Examination(Request request, IsolationLog isolation) {

  /** What the answer is to its request. */
  Outcome of(HttpAnswer answer, Scope scope) {
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

  /** A failure as a class of this step. */
  String named(String failure) {
    return request.name() + "/" + failure;
  }

  /** An explicit refusal, unless the plan expects just that. */
  private boolean refuses(int status) {
    return (status == 429 || status == 503) && !request.status().allows(status);
  }

  private Optional<String> unmet(Answer answer, Scope scope) {
    return Stream.concat(
            Stream.of(request.status(), request.size()), request.expectations().stream())
        .flatMap(expectation -> expectation.unmet(answer, scope).stream())
        .findFirst();
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
}
