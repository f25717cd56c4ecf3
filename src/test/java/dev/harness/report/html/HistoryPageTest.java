package dev.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.compare.Circumstances;
import dev.harness.compare.History;
import dev.harness.compare.StoredRun;
import dev.harness.compare.StoredRun.Judged;
import dev.harness.compare.StoredRun.Value;
import dev.harness.report.HistoryText;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  @Test
  void marksANewLevelInTableAndChart() {
    String page = HistoryPage.text(history("20260102T030405Z-k3x9", "quick"));

    assertThat(page)
        .contains("<h2 id=\"levels\">New levels</h2>", "10 to 20 ms (+100 %)")
        .contains("\"axis\":\"run\"", "\"severity\":\"critical\"", "\"name\":\"limit\"")
        .contains("unlike the newest");
  }

  @Test
  void aTerminalIsToldTheSame() {
    assertThat(HistoryText.lines(history("20260102T030405Z-k3x9", "quick")))
        .startsWith(
            "RUN                         VERDICT          PASSED  PROFILE",
            "20260101T000000Z-a1         PASSED           2 of 2  full  (unlike the newest: not in"
                + " the trends)",
            "20260102T030405Z-k3x9       FAILED           1 of 2  quick")
        .contains(
            "worse  load/ramp response_time_p95: 10 to 20 ms (+100 %) since 20260102T030405Z-k3x9")
        .endsWith(
            "25 runs, 24 like the newest; 1 new levels of 1 figures (E-divisive, 5 % risk of any"
                + " that is none; 5 % or more)");
  }

  @Test
  void namesOfDirectoriesStayText() {
    String script = "<script>document.title='owned'</script>\u001b[31m";

    assertThat(HistoryPage.text(history(script, script))).doesNotContain("<script>document");
    assertThat(HistoryText.lines(history(script, script)))
        .noneMatch(line -> line.contains("\u001b"));
  }

  /** One of another profile, and 24 that take twice as long from the thirteenth on. */
  private static History history(String name, String profile) {
    StoredRun other =
        new StoredRun(
            "20260101T000000Z-a1",
            "2026-01-01T00:00:00Z",
            "PASSED",
            "full",
            2,
            2,
            new Circumstances(Map.of("profile", "full")),
            Map.of());
    Stream<StoredRun> runs =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    new StoredRun(
                        name,
                        "2026-01-02T03:04:05Z",
                        "FAILED",
                        profile,
                        1,
                        2,
                        new Circumstances(Map.of("profile", "quick")),
                        Map.of(
                            new Judged("load/ramp", "response_time_p95"),
                            new Value(i < 12 ? 10 : 20, "ms", 15, true))));
    return History.of(Stream.concat(Stream.of(other), runs).toList());
  }
}
