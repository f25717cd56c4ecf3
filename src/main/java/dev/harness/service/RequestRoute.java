package dev.harness.service;

import dev.harness.reference.ExecutionEngine;
import dev.harness.reference.FactoryClosedException;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /requests?work-ms=20&hold-kb=0}: runs one request in its user's scope. */
final class RequestRoute {
  private final ServiceParts parts;
  private final InFlight inFlight;

  RequestRoute(ServiceParts parts, InFlight inFlight) {
    this.parts = parts;
    this.inFlight = inFlight;
  }

  void handle(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!inFlight.enter()) {
      Answer.busy(inFlight.limit()).send(request.response());
      return;
    }
    try {
      SimulatedWork work = SimulatedWork.of(request.params());
      run(request, open(request), work);
    } catch (InvalidContextException
        | InvalidParameterException
        | UserLimitExceededException
        | FactoryClosedException refusal) {
      inFlight.leave();
      Answer.to(refusal).send(request.response());
    }
  }

  private ExecutionEngine open(HttpServerRequest request) {
    return parts.engines().open(RequestHeaders.context(request.headers()));
  }

  private void run(HttpServerRequest request, ExecutionEngine engine, SimulatedWork work) {
    HttpServerResponse response = request.response();
    String token = request.getHeader(RequestHeaders.USER_TOKEN);
    Cancellable running =
        parts
            .work()
            .run(engine, token, work)
            .onTermination()
            .invoke(
                () -> {
                  engine.end();
                  inFlight.leave();
                })
            .subscribe()
            .with(
                result -> Answer.ok(result.json()).send(response),
                failure -> Answer.to(failure).send(response));
    // A caller that goes away takes its request with it. Work may have answered at once: then there
    // is nothing left to take, and the response would refuse the handler.
    if (!response.ended()) {
      response.closeHandler(gone -> running.cancel());
    }
  }
}
