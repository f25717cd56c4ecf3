package dev.harness.check.scenario;

import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.StreamStep.Connect;
import dev.harness.plan.scenario.Template;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.StreamTarget.Handshake;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a step of a plan sends over HTTP in one iteration: nothing where a variable makes a path or
 * a header of it that HTTP does not have.
 */
final class Sendable {
  /** What a value of a variable could smuggle a second request in with (RFC 9112, section 11.1). */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

  private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

  private Sendable() {}

  static Optional<HttpTarget.Request> of(Request request, Scope scope) {
    return valid(request.path(), request.headers(), scope)
        .map(
            head ->
                new HttpTarget.Request(
                    request.method(),
                    head.path(),
                    head.headers(),
                    body(request, scope),
                    request.size().bytes()));
  }

  static Optional<Handshake> of(Connect connect, Scope scope) {
    return valid(connect.path(), connect.headers(), scope);
  }

  private static Optional<Handshake> valid(
      Template pathOf, Map<String, Template> headersOf, Scope scope) {
    String path = pathOf.in(scope);
    Map<String, String> headers = new HashMap<>();
    headersOf.forEach((name, value) -> headers.put(name, value.in(scope)));
    boolean valid =
        PATH.matcher(path).matches()
            && headers.values().stream().noneMatch(value -> CONTROL.matcher(value).find());
    return valid ? Optional.of(new Handshake(path, headers)) : Optional.empty();
  }

  private static Buffer body(Request request, Scope scope) {
    return request.body().map(body -> Buffer.buffer(body.in(scope))).orElseGet(Buffer::buffer);
  }
}
