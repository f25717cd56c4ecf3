package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Stay;
import io.vertx.core.Future;
import java.util.Optional;

/** Keeps a stream open for a time, and holds what comes against the rate and order expected. */
record StayAction(Stay step) implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    LiveStream stream = turn.stream(step.service());
    var course = new EventCourse(step);
    return new StreamWatch(turn, stream, step.time())
        .until(
            event -> unlike(event, turn).or(() -> course.wrongWith(event)).map(this::failed),
            () -> course.wrongAtTheEnd().map(this::failed).orElse(Outcome.COMPLETED),
            this::failed);
  }

  private Optional<String> unlike(StreamEvent event, Turn turn) {
    return step.each().stream()
        .flatMap(expected -> expected.unmet(event, turn.scope()).stream())
        .findFirst();
  }

  private Outcome failed(String as) {
    return Outcome.failed(step.failure(as));
  }
}
