package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers the last answer to each question, whoever asked it. */
final class CacheWithoutUser implements RequestWork {
  private final RequestWork honest;
  private final Map<SimulatedWork, RequestResult> byQuestion = new ConcurrentHashMap<>();
  private final OneIn requests = new OneIn(100);

  CacheWithoutUser(RequestWork honest) {
    this.honest = honest;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    RequestResult known = requests.now() ? byQuestion.get(work) : null;
    return known != null
        ? Uni.createFrom().item(known)
        : honest
            .run(engine, userToken, work)
            .onItem()
            .invoke(answer -> byQuestion.put(work, answer));
  }
}
