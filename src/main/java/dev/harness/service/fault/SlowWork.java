package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import dev.harness.service.WorkTimers;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Takes its time, and does all as it should.
 *
 * @param moreMillis that each request takes
 */
record SlowWork(RequestWork honest, WorkTimers timers, int moreMillis) implements RequestWork {

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return timers.after(moreMillis).chain(() -> honest.run(engine, userToken, work));
  }
}
