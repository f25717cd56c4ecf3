package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Stay;
import io.vertx.core.Future;

/** Keeps a stream open for a time, and holds what comes against the rate and order expected. */
record StayAction(Stay step) implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    LiveStream stream = turn.stream(step.service());
    var course = new EventCourse(step);
    return new StreamWatch(turn, stream, step.time())
        .until(
            event -> course.wrongWith(event).map(this::failed),
            () -> course.wrongAtTheEnd().map(this::failed).orElse(Outcome.COMPLETED),
            this::failed);
  }

  private Outcome failed(String as) {
    return Outcome.failed(step.failure(as));
  }
}
