package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.StatusIn;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Template.Hole;
import dev.harness.plan.scenario.Variable.Captured;
import dev.harness.user.UserExecutionContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendableTest {
  private static final HttpService SERVICE =
      new HttpService(
          "api",
          URI.create("http://127.0.0.1"),
          "http://127.0.0.1",
          Duration.ofSeconds(1),
          1,
          HttpService.Tls.DEFAULT);
  private static final Template X =
      new Template(List.of(new Hole(new Captured("x"), Encoding.PLAIN)));

  @Test
  void variablesAreFilledIn() {
    var sent = Sendable.of(request(X, Map.of("A", X)), scope("/7?full")).orElseThrow();

    assertThat(sent.path()).isEqualTo("/7?full");
    assertThat(sent.headers()).containsEntry("A", "/7?full");
    assertThat(sent.body()).hasToString("/7?full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "things", "/a b", "/a\r\nX-Evil: 1", "/é"})
  void whatIsNoPathIsNotSent(String path) {
    assertThat(Sendable.of(request(X, Map.of()), scope(path))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000"})
  void noValueSmugglesASecondHeaderIn(String value) {
    assertThat(Sendable.of(request(Template.of("/"), Map.of("A", X)), scope(value))).isEmpty();
  }

  private static Request request(Template path, Map<String, Template> headers) {
    return new Request(
        "get",
        SERVICE,
        "GET",
        path,
        headers,
        Optional.of(X),
        StatusIn.SUCCESS,
        AtMost.USUAL,
        List.of(),
        List.of(),
        List.of());
  }

  private static Scope scope(String captured) {
    var scope =
        new Scope(new UserExecutionContext("user-1", "thread-1", "run-1", "request-1"), Map.of());
    scope.capture("x", captured);
    return scope;
  }
}
