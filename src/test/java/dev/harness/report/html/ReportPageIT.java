package dev.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.report.SampleRun;
import dev.harness.run.RunRecord;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, which has no network. Its pictures are kept in the build. */
@RequiresTool(Tool.CHROMIUM)
class ReportPageIT {
  private static final Path PICTURES = Path.of("target", "report-pictures");
  private static final long LONGEST_SECONDS = 60;

  @TempDir private Path home;

  @BeforeAll
  static void makeRoomForPictures() throws Exception {
    Files.createDirectories(PICTURES);
  }

  @Test
  void drawsTheChartsOfAnOpenCheck() throws Exception {
    String page = look(SampleRun.hostile(), "--dump-dom");

    assertThat(page.split("<canvas", -1).length - 1)
        .as("response time by percentile, processor, memory of the check that did not pass")
        .isGreaterThanOrEqualTo(3);
    assertThat(page).contains("u-legend", "harness run k3x9");
  }

  /** What a target sent is on the page, and was not run: the title is still the page's own. */
  @Test
  void runsNothingOfTheTargets() throws Exception {
    String page = look(SampleRun.hostile(), "--dump-dom");

    assertThat(page)
        .contains("&lt;script&gt;document.title='owned'&lt;/script&gt;")
        .doesNotContain("<title>owned");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1280})
  void isWideAsTheScreenAndNoWider(int width) throws Exception {
    Path picture = PICTURES.resolve("report-%d.png".formatted(width)).toAbsolutePath();
    look(SampleRun.hostile(), "--screenshot=" + picture, "--window-size=%d,2400".formatted(width));

    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }

  /** Shows a run, sees that nothing was complained of, and returns what was asked for. */
  private String look(RunRecord run, String... asked) throws Exception {
    Path file = home.resolve("report.html");
    HtmlReport.write(run, Optional.empty(), file);
    var command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + home.resolve("browser"),
                "--enable-logging=stderr",
                "--window-size=1280,6000",
                "--virtual-time-budget=5000"));
    command.addAll(List.of(asked));
    command.add(file.toUri().toString());
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(browser.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.destroyForcibly();
    }
    assertThat(Files.readString(err).lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    return Files.readString(out);
  }
}
