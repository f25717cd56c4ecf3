package dev.harness.plan.scenario;

import dev.harness.plan.KebabCase;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.StatusIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A step that sends an HTTP request and looks at its answer.
 *
 * @param name in kebab case; what reports call it
 * @param method as {@code POST}
 * @param path with its query, from the root of the service
 * @param headers by name, those of the service included
 * @param status what is expected of its answer
 * @param size of the answer's body
 * @param expectations all others, in the order in which they are looked at
 * @param captures for the steps after it
 * @param limits on its own figures
 */
public record Request(
    String name,
    HttpService service,
    String method,
    Template path,
    Map<String, Template> headers,
    Optional<Template> body,
    StatusIn status,
    AtMost size,
    List<Expectation> expectations,
    List<Capture> captures,
    List<MetricLimit> limits)
    implements Measured, Sending {
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  public Request {
    KebabCase.require("a step", name);
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException(
          "a method is written in capitals, as GET or POST, not \"%s\"".formatted(method));
    }
    headers = Map.copyOf(headers);
    headers.keySet().forEach(HeaderName::require);
    expectations = List.copyOf(expectations);
    captures = List.copyOf(captures);
    limits = List.copyOf(limits);
    Measured.requireItsOwn(limits);
  }

  @Override
  public Stream<Template> templates() {
    return Stream.of(Stream.of(path), headers.values().stream(), body.stream()).flatMap(t -> t);
  }

  @Override
  public Duration longest() {
    return service.timeout();
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.request(this);
  }
}
