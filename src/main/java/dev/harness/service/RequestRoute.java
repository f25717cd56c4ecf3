package dev.harness.service;

import dev.harness.reference.ExecutionEngine;
import dev.harness.reference.FactoryClosedException;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** {@code POST /requests?work-ms=20}: runs one request in its user's scope. */
final class RequestRoute {
  private static final String WORK_PARAM = "work-ms";
  private static final int DEFAULT_WORK_MILLIS = 20;
  private static final int LONGEST_WORK_MILLIS = 60_000;

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
      int millis = workMillis(request.getParam(WORK_PARAM));
      run(request, open(request), millis);
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

  private void run(HttpServerRequest request, ExecutionEngine engine, int millis) {
    HttpServerResponse response = request.response();
    String token = request.getHeader(RequestHeaders.USER_TOKEN);
    Cancellable running =
        parts
            .work()
            .run(engine, token, millis)
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

  private static int workMillis(@Nullable String text) {
    if (text == null) {
      return DEFAULT_WORK_MILLIS;
    }
    try {
      int millis = Integer.parseInt(text);
      if (millis >= 0 && millis <= LONGEST_WORK_MILLIS) {
        return millis;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the one message that says what is allowed.
    }
    throw new InvalidParameterException(
        WORK_PARAM, "must be a whole number of 0 to " + LONGEST_WORK_MILLIS);
  }
}
