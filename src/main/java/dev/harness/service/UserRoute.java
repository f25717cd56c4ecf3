package dev.harness.service;

import dev.harness.service.FollowedUser.Told;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * {@code GET /q/users/{id}}: what one user does, in the text format of Prometheus. A path of its
 * own, and no metrics of the service: those name no user. Asking is what has a user counted.
 */
final class UserRoute {
  private static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain; version=0.0.4");

  private final ServiceParts parts;
  private final FollowedUsers users;
  private final Connections connections;

  UserRoute(ServiceParts parts, FollowedUsers users, Connections connections) {
    this.parts = parts;
    this.users = users;
    this.connections = connections;
  }

  void show(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    try {
      String userId = userId(routing.pathParam("user"));
      Optional<FollowedUser> user = users.follow(userId);
      if (user.isEmpty()) {
        Answer.unavailable(
                "followed",
                "%d users are followed, and no more may be".formatted(FollowedUsers.MOST))
            .send(response);
        return;
      }
      response.putHeader(HttpHeaders.CONTENT_TYPE, TEXT).end(text(userId, user.get().told()));
    } catch (InvalidContextException invalid) {
      Answer.to(invalid).send(response);
    }
  }

  /** One that a request could have. */
  private static String userId(String path) {
    return new UserExecutionContext(path, "follow", "follow", "follow").userId();
  }

  private String text(String userId, Told told) {
    var text = new StringBuilder();
    line(text, "user_requests_total", told.completed());
    line(text, "user_failures_total", told.failed());
    line(text, "user_refusals_total", told.refused());
    line(text, "user_response_time_seconds{quantile=\"0.5\"}", told.medianSeconds());
    line(text, "user_response_time_seconds{quantile=\"0.95\"}", told.p95Seconds());
    line(text, "user_engines_open", parts.engines().openOf(userId));
    line(text, "user_streams_open", connections.openOf(userId));
    line(text, "user_events_unsent", connections.unsentOf(userId));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Number value) {
    text.append(name).append(' ').append(value).append('\n');
  }
}
