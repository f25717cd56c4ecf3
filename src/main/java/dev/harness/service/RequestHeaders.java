package dev.harness.service;

import dev.harness.user.InvalidContextException;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** The headers that say who a request runs for. */
final class RequestHeaders {
  /** An opaque secret of the user's, which must come back to nobody else. */
  static final CharSequence USER_TOKEN = HttpHeaders.createOptimized("X-User-Token");

  private static final CharSequence USER = HttpHeaders.createOptimized("X-User-Id");
  private static final CharSequence THREAD = HttpHeaders.createOptimized("X-Thread-Id");
  private static final CharSequence RUN = HttpHeaders.createOptimized("X-Run-Id");
  private static final CharSequence REQUEST = HttpHeaders.createOptimized("X-Request-Id");

  private RequestHeaders() {}

  /**
   * The context that the headers name.
   *
   * @throws InvalidContextException naming the first field that is missing or identifies nothing
   */
  static UserExecutionContext context(MultiMap headers) {
    return new UserExecutionContext(
        headers.get(USER), headers.get(THREAD), headers.get(RUN), headers.get(REQUEST));
  }
}
