package dev.harness.service.legacy;

import dev.harness.reference.ExecutionEngine;
import dev.harness.reference.legacy.SharedRegistry;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import dev.harness.service.WorkTimers;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says once who is current, waits without blocking, and then answers whoever is current by now:
 * right for one user at a time.
 */
record SharedWork(WorkTimers timers, SharedRegistry registry) implements RequestWork {
  private static final String USER_TOKEN = "user_token";

  /** There is but one. */
  private static final long ENGINE = 1;

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    UserExecutionContext ids = engine.context();
    Map<String, Object> context =
        registry.enter(ids.userId(), ids.threadId(), ids.runId(), ids.requestId());
    if (userToken != null) {
      context.put(USER_TOKEN, userToken);
    }
    return timers
        .after(work.millis())
        .map(hop -> answer(registry.current()))
        .onTermination()
        .invoke(() -> registry.leave(ids.requestId()));
  }

  private static RequestResult answer(Map<String, Object> current) {
    Object token = current.get(USER_TOKEN);
    return new RequestResult(
        String.valueOf(current.get("request_id")), token == null ? null : token.toString(), ENGINE);
  }
}
