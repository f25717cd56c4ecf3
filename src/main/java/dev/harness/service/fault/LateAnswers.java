package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gives some requests up before their answer is there, as a caller of a backend does at its
 * timeout, and then takes that answer for the next one's.
 */
final class LateAnswers implements RequestWork {
  private final RequestWork honest;
  private final AtomicReference<@Nullable RequestResult> late = new AtomicReference<>();
  private final OneIn requests = new OneIn(100);

  LateAnswers(RequestWork honest) {
    this.honest = honest;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    boolean givenUp = requests.now();
    return honest
        .run(engine, userToken, work)
        .map(
            own -> {
              if (givenUp) {
                late.set(own);
                throw new IllegalStateException("the answer came too late");
              }
              RequestResult anothers = late.getAndSet(null);
              return anothers == null ? own : anothers;
            });
  }
}
