package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import dev.harness.service.WorkTimers;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts a timer for some requests, and stops it for none. */
final class LeftTimers implements RequestWork {
  private static final Duration LONG = Duration.ofDays(1);

  private final RequestWork honest;
  private final WorkTimers timers;
  private final OneIn requests = new OneIn(100);

  LeftTimers(RequestWork honest, WorkTimers timers) {
    this.honest = honest;
    this.timers = timers;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    if (requests.now()) {
      timers.after((int) LONG.toMillis()).subscribe().with(fired -> {});
    }
    return honest.run(engine, userToken, work);
  }
}
