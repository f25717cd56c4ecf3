package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "connection-leaks", "p95-of-2nd-round"})
  void isWrittenWithItsSuite(String name) {
    assertThat(new CheckId(Suite.DATABASE, name)).hasToString("database/" + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "2nd", "-a", "a-", "a--b", "a_b", "a b", "a/b", "ä", "a\n", "../etc"})
  void refusesOtherNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CheckId(Suite.DATABASE, name))
        .withMessage("a check is named in kebab case, not \"%s\"", name);
  }
}
