package dev.harness.check.operation;

import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * All that a system in this process does for one request: a context is created, and in it an engine
 * opened, worked with and closed.
 */
public record EngineCycle(ContextSystem system, IsolationLog isolation) implements Operation {

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    return InProcess.ended(
        system
            .openEngine(InProcess.context(system, attempt))
            .flatMap(
                engine ->
                    InProcess.work(engine, attempt.context(), isolation)
                        .eventually((Supplier<Uni<?>>) engine::close)));
  }
}
