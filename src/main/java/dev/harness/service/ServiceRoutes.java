package dev.harness.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The service's paths. Plain routes of the HTTP server: a request needs neither injection nor
 * mapping of its own, and costs a fifth less than through a resource class.
 */
@Singleton
final class ServiceRoutes {
  private static final int BEFORE_ALL = Integer.MIN_VALUE;
  private static final long LARGEST_SESSION_BYTES = 64 * 1024;

  /** The service is a proxy that comes to life when the first request calls it. */
  void register(@Observes Router router, ReferenceService service, Opening opening) {
    router.route().order(BEFORE_ALL).handler(routing -> afterOpening(routing, opening.options()));
    router.get("/ping").handler(routing -> routing.response().setStatusCode(204).end());
    router.post("/requests").handler(routing -> service.requests().handle(routing));
    router.get("/stats").handler(routing -> service.stats().show(routing));
    router.post("/stats/reset").handler(routing -> service.stats().reset(routing));
    router.get("/q/users/:user").handler(routing -> service.user().show(routing));

    router.errorHandler(
        404, routing -> Answer.unknown(routing.normalizedPath()).send(routing.response()));

    router
        .put("/sessions/:key")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_SESSION_BYTES))
        .handler(routing -> service.sessions().put(routing));
    router.get("/sessions/:key").handler(routing -> service.sessions().get(routing));
    router.delete("/sessions/:key").handler(routing -> service.sessions().delete(routing));
  }

  /** A request that is there before it is known what the service is to be must not make it. */
  private static void afterOpening(RoutingContext routing, Future<ServiceOptions> options) {
    if (options.isComplete()) {
      routing.next();
      return;
    }
    Context loop = routing.vertx().getOrCreateContext();
    routing.request().pause();
    options.onSuccess(
        known ->
            loop.runOnContext(
                now -> {
                  routing.request().resume();
                  routing.next();
                }));
  }
}
