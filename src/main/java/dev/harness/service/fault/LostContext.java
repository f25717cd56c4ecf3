package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Each request leaves its context where the next one finds it, and some forget to bring their own
 * over the hop.
 */
final class LostContext implements RequestWork {
  private final RequestWork honest;
  private final AtomicReference<@Nullable RequestResult> left = new AtomicReference<>();
  private final OneIn requests = new OneIn(100);

  LostContext(RequestWork honest) {
    this.honest = honest;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return honest.run(engine, userToken, work).map(this::afterTheHop);
  }

  private RequestResult afterTheHop(RequestResult own) {
    RequestResult before = left.getAndSet(own);
    return requests.now() && before != null ? before : own;
  }
}
