package dev.harness.service;

import dev.harness.reference.SessionStore;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** {@code PUT, GET, DELETE /sessions/{key}}: the sessions of the user whom the headers name. */
final class SessionRoutes {
  private static final Answer NONE = new Answer(404, "{\"error\":\"no_session\"}");

  private final ServiceParts parts;

  SessionRoutes(ServiceParts parts) {
    this.parts = parts;
  }

  void put(RoutingContext routing) {
    String value = routing.body().asString();
    forUser(
        routing,
        (store, context) -> store.put(context, key(routing), value == null ? "" : value),
        kept -> routing.response().setStatusCode(204).end());
  }

  void get(RoutingContext routing) {
    forUser(
        routing,
        (store, context) -> store.get(context, key(routing)),
        value ->
            value
                .map(text -> Answer.ok("{\"value\":" + JsonText.quoted(text) + "}"))
                .orElse(NONE)
                .send(routing.response()));
  }

  void delete(RoutingContext routing) {
    forUser(
        routing,
        (store, context) -> store.delete(context, key(routing)),
        wasThere -> {
          if (wasThere) {
            routing.response().setStatusCode(204).end();
          } else {
            NONE.send(routing.response());
          }
        });
  }

  private <T> void forUser(
      RoutingContext routing,
      BiFunction<SessionStore, UserExecutionContext, Uni<T>> operation,
      Consumer<T> answer) {
    HttpServerResponse response = routing.response();
    SessionDatabase database = parts.sessions();
    if (database == null) {
      Answer.unavailable("no_database", "the service was started without a database")
          .send(response);
      return;
    }
    try {
      operation
          .apply(database.store(), RequestHeaders.context(routing.request().headers()))
          .subscribe()
          .with(answer, failure -> databaseFailed(response));
    } catch (InvalidContextException refusal) {
      Answer.to(refusal).send(response);
    }
  }

  /** The cause stays here: a database's message may quote what another user wrote. */
  private static void databaseFailed(HttpServerResponse response) {
    Answer.unavailable("database_failed", "the database did not carry it out").send(response);
  }

  private static String key(RoutingContext routing) {
    return routing.pathParam("key");
  }
}
