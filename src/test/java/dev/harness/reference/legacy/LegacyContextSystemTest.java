package dev.harness.reference.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.user.ContextSystem.Engine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The twin fails as the system did that it stands for. */
class LegacyContextSystemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Test
  void worksForWhoeverCameLast() {
    try (var system = new LegacyContextSystem()) {
      Map<String, Object> ann = system.createContext("ann", "t-1", "r-1", "q-1");
      Map<String, Object> ben = system.createContext("ben", "t-2", "r-2", "q-2");
      Engine annsEngine = system.openEngine(ann).await().atMost(PATIENCE);
      system.openEngine(ben).await().atMost(PATIENCE);

      String workedFor = annsEngine.execute().await().atMost(PATIENCE);

      assertThat(workedFor).isEqualTo("ben");
      assertThat(ann).doesNotContainKey("request");
      assertThat(ben).containsEntry("request", "q-2");
    }
  }

  @Test
  void takesAPlaceholderForAUser() {
    try (var system = new LegacyContextSystem()) {
      assertThat(system.createContext("None", "t-1", "r-1", "q-1"))
          .containsEntry("user_id", "None");
    }
  }
}
