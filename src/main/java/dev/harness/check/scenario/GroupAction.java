package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import java.util.List;

/** Goes through the steps of a group, and counts what became of them as a whole. */
record GroupAction(List<StepAction> steps, StepTally tally, Ticker ticker) implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    long begunNanos = ticker.nanoTime();
    return Course.of(steps, turn).onSuccess(outcome -> count(outcome, turn, begunNanos));
  }

  /** What was broken off has been counted as that. */
  private void count(Outcome outcome, Turn turn, long begunNanos) {
    if (!turn.over()) {
      tally.add(outcome, ticker.nanoTime() - begunNanos);
    }
  }
}
