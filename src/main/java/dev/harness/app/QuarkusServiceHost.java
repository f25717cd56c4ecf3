package dev.harness.app;

import dev.harness.cli.ServiceHost;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.service.DatabaseOptions;
import dev.harness.service.Opening;
import dev.harness.service.OwnedSessions;
import dev.harness.service.ServiceOptions;
import dev.harness.target.child.ReadyLine;
import dev.harness.target.postgres.DatabaseProblem;
import io.quarkus.runtime.Quarkus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Serves by the HTTP server of Quarkus, which listens before the command line has been read. */
@Singleton
final class QuarkusServiceHost implements ServiceHost, Opening {
  private final Vertx vertx;
  private final Promise<ServiceOptions> options = Promise.promise();
  private @Nullable OwnedSessions sessions;

  QuarkusServiceHost(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The port is read back, because with port 0 it is known only now. */
  @Override
  public ReadyLine open(ServiceOptions given) {
    if (given.database() != null) {
      sessions = createSessions(given.database());
    }
    options.complete(given);
    var config = ConfigProvider.getConfig();
    return new ReadyLine(
        config.getValue("quarkus.http.host", String.class),
        config.getValue("quarkus.http.port", Integer.class));
  }

  @Override
  public Future<ServiceOptions> options() {
    return options.future();
  }

  private OwnedSessions createSessions(DatabaseOptions database) {
    try {
      return OwnedSessions.create(vertx, database);
    } catch (RuntimeException e) {
      throw new TargetUnreachableException(
          "the sessions' schema cannot be created in %s: %s"
              .formatted(database, DatabaseProblem.reason(e)),
          e);
    }
  }

  @Override
  public Optional<String> awaitEnd() {
    Quarkus.waitForExit();
    return sessions == null ? Optional.empty() : drop(sessions);
  }

  private static Optional<String> drop(OwnedSessions sessions) {
    try {
      sessions.close();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("the schema of its sessions stays: " + DatabaseProblem.reason(e));
    }
  }

  @Override
  public void end() {
    Quarkus.asyncExit(0);
  }
}
