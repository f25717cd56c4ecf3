package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Await;
import io.vertx.core.Future;
import java.util.Optional;

/** Waits for an event, captures from it, and counts what became of it. */
record AwaitAction(Await step, StepTally tally) implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    LiveStream stream = turn.stream(step.service());
    return new StreamWatch(turn, stream, step.within())
        .until(event -> met(event, stream, turn), () -> failed("timeout-in-client"), this::failed);
  }

  private Optional<Outcome> met(StreamEvent event, LiveStream stream, Turn turn) {
    if (!step.isMetBy(event, turn.scope())) {
      return Optional.empty();
    }
    Optional<String> lacks = Examination.notCaptured(step.captures(), event, turn.scope());
    if (lacks.isPresent()) {
      return Optional.of(failed(lacks.get()));
    }
    tally.add(Outcome.COMPLETED, event.nanos() - stream.sentNanos());
    return Optional.of(Outcome.COMPLETED);
  }

  private Outcome failed(String as) {
    Outcome outcome = Outcome.failed(step.failure(as));
    tally.add(outcome, 0);
    return outcome;
  }
}
