package dev.harness.service;

import dev.harness.reference.EngineScope;
import dev.harness.reference.ExecutionEngine;
import io.smallrye.mutiny.Uni;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Waits without blocking, then reads the engine's scope: what a caller gets back has come through
 * an asynchronous hop and proves whose scope was on the other side.
 */
record TimedWork(WorkTimers timers) implements RequestWork {
  private static final String USER_TOKEN = "userToken";

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return engine.execute(
        scope -> {
          if (userToken != null) {
            scope.put(USER_TOKEN, userToken);
          }
          byte[] held = work.memory();
          return timers
              .after(work.millis())
              .map(
                  hop -> {
                    try {
                      return readBack(scope);
                    } finally {
                      Reference.reachabilityFence(held);
                    }
                  });
        });
  }

  private static RequestResult readBack(EngineScope scope) {
    return new RequestResult(scope.context().requestId(), scope.get(USER_TOKEN), scope.engine());
  }
}
