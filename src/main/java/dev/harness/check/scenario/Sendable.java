package dev.harness.check.scenario;

import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.run.port.HttpTarget;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request of a plan as it is sent in one iteration. */
final class Sendable {
  /** What a value of a variable could smuggle a second request in with (RFC 9112, section 11.1). */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

  private Sendable() {}

  /** Nothing where a variable makes a path or a header of it that HTTP does not have. */
  static Optional<HttpTarget.Request> of(Request request, Scope scope) {
    String path = request.path().in(scope);
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, value.in(scope)));
    boolean valid =
        PATH.matcher(path).matches()
            && headers.values().stream().noneMatch(value -> CONTROL.matcher(value).find());
    return valid
        ? Optional.of(
            new HttpTarget.Request(
                request.method(), path, headers, body(request, scope), request.size().bytes()))
        : Optional.empty();
  }

  private static Buffer body(Request request, Scope scope) {
    return request.body().map(body -> Buffer.buffer(body.in(scope))).orElseGet(Buffer::buffer);
  }
}
