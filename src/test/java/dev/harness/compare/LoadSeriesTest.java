package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadSeriesTest {

  /** What is left over at the end of a second-by-second load. */
  @Test
  void aRestIsNoWindow() throws IOException {
    assertThat(read("[1, 1, 1, 0.2]", "[100, 100, 100, 20]").windows()).hasSize(3);
  }

  @Test
  void aRoundThatWentFastIsOneLikeTheOthers() throws IOException {
    assertThat(read("[1, 1, 1, 0.2]", "[100, 100, 100, 100]").windows()).hasSize(4);
  }

  @Test
  void ofNoWindowsThereAreNone() throws IOException {
    assertThat(read("[]", "[]").windows()).isEmpty();
  }

  private static LoadSeries read(String seconds, String due) throws IOException {
    String json =
        """
        {"phase": "p", "load": "closed", "seconds": %1$s, "due": %2$s, "completed": %2$s,
         "p50_ms": %1$s, "p95_ms": %1$s, "p99_ms": %1$s}
        """
            .formatted(seconds, due);
    return LoadSeries.read("engine/creation", new ObjectMapper().readTree(json));
  }
}
