package dev.harness.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserExecutionContextTest {

  @Test
  void keepsItsIds() {
    var context = new UserExecutionContext("u-1", "t-1", "r-1", "q-1");

    assertThat(context.userId()).isEqualTo("u-1");
    assertThat(context.websocketConnectionId()).isNull();
    assertThat(context.withWebsocketConnection("ws-1").websocketConnectionId()).isEqualTo("ws-1");
  }

  @Test
  void hidesTheUserInItsText() {
    assertThat(new UserExecutionContext("alice@example.org", "t-1", "r-1", "q-1").toString())
        .doesNotContain("alice")
        .contains("t-1", "r-1", "q-1");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "None", "null", "REGISTRY", " undefined ", "a\u0000b", "a\nb"})
  void refusesWhatIdentifiesNothing(String id) {
    assertThatExceptionOfType(InvalidContextException.class)
        .isThrownBy(() -> new UserExecutionContext("u-1", "t-1", id, "q-1"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("runId"))
        .withMessageStartingWith("runId must ");
  }

  @Test
  void refusesAnOversizedIdWithoutRepeatingIt() {
    String id = "x".repeat(ContextId.MAX_LENGTH + 1);

    assertThatExceptionOfType(InvalidContextException.class)
        .isThrownBy(() -> new UserExecutionContext(id, "t-1", "r-1", "q-1"))
        .withMessage("userId must be at most 256 characters long, not 257");
  }

  @Test
  void acceptsTheLongestId() {
    String id = "x".repeat(ContextId.MAX_LENGTH);

    assertThat(new UserExecutionContext(id, "t-1", "r-1", "q-1").userId()).hasSize(256);
  }

  @Test
  void refusesABlankConnectionWhereOneIsGiven() {
    assertThatExceptionOfType(InvalidContextException.class)
        .isThrownBy(() -> new UserExecutionContext("u-1", "t-1", "r-1", "q-1", " "))
        .withMessage("websocketConnectionId must not be blank");
  }
}
