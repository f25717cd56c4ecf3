package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("critical", "warning", "info", "query_execution_max_ms", "peak_memory_max_mb");

  @ParameterizedTest
  @CsvSource({
    "criticle, critical",
    "warnings, warning",
    "wraning, warning",
    "query_execution_max, query_execution_max_ms",
    "Critical, critical",
    "inf, info",
  })
  void findsWhatWasMeant(String given, String meant) {
    assertThat(Nearest.to(given, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"fatal", "x", "''", "something_else_entirely"})
  void doesNotGuessWildly(String given) {
    assertThat(Nearest.to(given, NAMES)).isEmpty();
  }

  @Test
  void isNotHeldUpByAnEndlessName() {
    assertThat(Nearest.to("k".repeat(1_000_000), NAMES)).isEmpty();
  }
}
