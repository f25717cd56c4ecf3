package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.StreamStep.Close;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Closes the stream that is open, and waits for the other side to agree. */
record CloseAction(Close step) implements StepAction {
  /** What stands for a code where the other side closes without one (RFC 6455, section 7.4.1). */
  private static final int NONE_GIVEN = 1_005;

  @Override
  public Future<Outcome> act(Turn turn) {
    LiveStream stream = turn.stream(step.service());
    Future<Outcome> closed =
        new StreamWatch(turn, stream, step.longest())
            .until(event -> Optional.empty(), () -> failed("timeout-in-client"), this::ended);
    stream.close(step.code());
    return closed;
  }

  private Outcome ended(String as) {
    boolean agreed = Set.of("closed-" + step.code(), "closed-" + NONE_GIVEN).contains(as);
    return agreed ? Outcome.COMPLETED : failed(as);
  }

  private Outcome failed(String as) {
    return Outcome.failed(step.failure(as));
  }
}
