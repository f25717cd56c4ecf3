package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterPidTest {

  private static final List<String> STARTING =
      List.of(
          "4711", "/d/data", "1795487000", "5432", "/d/s", "127.0.0.1", "  1234  56", "starting");

  @Test
  void isReadyOnlyWhenTheEighthLineSaysSo() {
    List<String> ready = List.of("4711", "", "", "", "", "", "", "ready   ");

    assertThat(PostmasterPid.parse(ready)).contains(new PostmasterPid(4711, true));
    assertThat(PostmasterPid.parse(STARTING)).contains(new PostmasterPid(4711, false));
    assertThat(PostmasterPid.parse(STARTING.subList(0, 5)))
        .contains(new PostmasterPid(4711, false));
  }

  @Test
  void saysNothingOfAFileThatIsMissingEmptyOrNotItsOwn() {
    assertThat(PostmasterPid.parse(List.of())).isEmpty();
    assertThat(PostmasterPid.parse(List.of("no number"))).isEmpty();
    assertThat(PostmasterPid.parse(List.of("-17"))).isEmpty();
    assertThat(PostmasterPid.read(Path.of("/not/there"))).isEmpty();
  }
}
