package dev.harness.check.operation;

import dev.harness.run.drive.Attempt;
import dev.harness.run.port.HttpTarget;
import io.vertx.core.Future;
import java.util.function.Function;

/** A service that answers as a test says, and goes on with what was given up. */
record ScriptedService(Function<Request, Future<Reply>> script) implements HttpTarget {

  @Override
  public Future<Reply> send(Request request, Attempt attempt) {
    return script.apply(request);
  }

  @Override
  public Future<Reply> send(Request request) {
    return script.apply(request);
  }

  @Override
  public void close() {}
}
