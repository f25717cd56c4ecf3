package dev.harness.service;

import dev.harness.reference.EngineScope;
import dev.harness.reference.ExecutionEngine;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Waits without blocking, then reads the engine's scope: what a caller gets back has come through
 * an asynchronous hop and proves whose scope was on the other side.
 */
record TimedWork(WorkTimers timers) implements RequestWork {
  private static final String USER_TOKEN = "userToken";
  private static final String HELD = "held";

  @Override
  public Uni<RequestResult> run(ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return engine.execute(
        scope -> {
          if (userToken != null) {
            scope.put(USER_TOKEN, userToken);
          }
          if (work.kilobytes() > 0) {
            scope.put(HELD, work.memory());
          }
          return timers.after(work.millis()).map(hop -> readBack(scope));
        });
  }

  private static RequestResult readBack(EngineScope scope) {
    return new RequestResult(scope.context().requestId(), scope.get(USER_TOKEN), scope.engine());
  }
}
