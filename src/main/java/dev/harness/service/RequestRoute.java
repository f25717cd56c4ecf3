package dev.harness.service;

import dev.harness.reference.ExecutionEngine;
import dev.harness.reference.FactoryClosedException;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /requests?work-ms=20&hold-kb=0}: runs one request in its user's scope. */
final class RequestRoute {
  private final ServiceParts parts;
  private final InFlight inFlight;
  private final FollowedUsers followed;

  RequestRoute(ServiceParts parts, InFlight inFlight, FollowedUsers followed) {
    this.parts = parts;
    this.inFlight = inFlight;
    this.followed = followed;
  }

  void handle(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!inFlight.enter()) {
      Answer.busy(inFlight.limit()).send(request.response());
      return;
    }
    try {
      SimulatedWork work = SimulatedWork.of(request.params());
      UserExecutionContext context = RequestHeaders.context(request.headers());
      FollowedUsers.Request ofUser = followed.begin(context.userId());
      run(request, open(context, ofUser), work, ofUser);
    } catch (InvalidContextException
        | InvalidParameterException
        | UserLimitExceededException
        | FactoryClosedException refusal) {
      inFlight.leave();
      Answer.to(refusal).send(request.response());
    }
  }

  private ExecutionEngine open(UserExecutionContext context, FollowedUsers.Request ofUser) {
    try {
      return parts.engines().open(context);
    } catch (UserLimitExceededException exceeded) {
      ofUser.refused();
      throw exceeded;
    }
  }

  private void run(
      HttpServerRequest request,
      ExecutionEngine engine,
      SimulatedWork work,
      FollowedUsers.Request ofUser) {
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
                result -> {
                  ofUser.completed();
                  Answer.ok(result.json()).send(response);
                },
                failure -> {
                  ofUser.failed();
                  Answer.to(failure).send(response);
                });
    // A caller that goes away takes its request with it. Work may have answered at once: then there
    // is nothing left to take, and the response would refuse the handler.
    if (!response.ended()) {
      response.closeHandler(gone -> running.cancel());
    }
  }
}
