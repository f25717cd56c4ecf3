package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import dev.harness.service.WorkTimers;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Takes its time, and does all as it should. */
record SlowWork(RequestWork honest, WorkTimers timers) implements RequestWork {
  private static final int MORE_MILLIS = 100;

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return timers.after(MORE_MILLIS).chain(() -> honest.run(engine, userToken, work));
  }
}
