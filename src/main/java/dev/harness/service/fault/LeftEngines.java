package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.reference.ExecutionEngineFactory;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Opens a second engine for some requests, and closes it for none. */
final class LeftEngines implements RequestWork {
  private final RequestWork honest;
  private final ExecutionEngineFactory engines;
  private final OneIn requests = new OneIn(100);

  LeftEngines(RequestWork honest, ExecutionEngineFactory engines) {
    this.honest = honest;
    this.engines = engines;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    if (requests.now()) {
      openOneMore(engine);
    }
    return honest.run(engine, userToken, work);
  }

  private void openOneMore(ExecutionEngine engine) {
    try {
      engines.open(engine.context());
    } catch (UserLimitExceededException full) {
      // The request itself is not to fail: what is left behind is the fault.
    }
  }
}
