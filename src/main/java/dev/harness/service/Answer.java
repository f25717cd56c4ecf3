package dev.harness.service;

import dev.harness.reference.EngineClosedException;
import dev.harness.reference.FactoryClosedException;
import dev.harness.user.InvalidContextException;
import dev.harness.user.UserLimitExceededException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer in JSON.
 *
 * @param status HTTP status code
 * @param json the body
 * @param retryAfterSeconds when to ask again; 0 where it would be of no use
 */
record Answer(int status, String json, int retryAfterSeconds) {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

  Answer(int status, String json) {
    this(status, json, 0);
  }

  static Answer ok(String json) {
    return new Answer(200, json);
  }

  /** A request that cannot be carried out as it stands. */
  static Answer invalid(String field, String reason) {
    return new Answer(
        400,
        "{\"error\":\"invalid_context\",\"field\":%s,\"reason\":%s}"
            .formatted(JsonText.quoted(field), JsonText.quoted(reason)));
  }

  /** A service that has as many requests as it can take; a second later it may have room. */
  static Answer busy(int limit) {
    return new Answer(503, "{\"error\":\"busy\",\"limit\":" + limit + "}", 1);
  }

  /** A service that cannot do it now. */
  static Answer unavailable(String error, String reason) {
    return new Answer(
        503, "{\"error\":\"%s\",\"reason\":%s}".formatted(error, JsonText.quoted(reason)));
  }

  /** A path that the service does not have. */
  static Answer unknown(String path) {
    return new Answer(
        404, "{\"error\":\"unknown_path\",\"path\":%s}".formatted(JsonText.quoted(path)));
  }

  /** What a failure is to the caller. Never says more than the refusals that are meant for them. */
  static Answer to(Throwable failure) {
    if (failure instanceof InvalidContextException invalid) {
      return invalid(invalid.field(), invalid.reason());
    }
    if (failure instanceof InvalidParameterException invalid) {
      return invalid(invalid.field(), String.valueOf(invalid.getMessage()));
    }
    if (failure instanceof UserLimitExceededException exceeded) {
      return new Answer(429, "{\"error\":\"user_limit\",\"limit\":" + exceeded.limit() + "}");
    }
    if (failure instanceof EngineClosedException || failure instanceof FactoryClosedException) {
      return unavailable("engine_ended", String.valueOf(failure.getMessage()));
    }
    return new Answer(500, "{\"error\":\"internal\"}");
  }

  /** Sends it, unless the other side has gone. */
  void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    if (retryAfterSeconds > 0) {
      response.putHeader(RETRY_AFTER, Integer.toString(retryAfterSeconds));
    }
    response.end(json);
  }
}
