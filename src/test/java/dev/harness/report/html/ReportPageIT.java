package dev.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.report.SampleRun;
import dev.harness.testing.Browser;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, which has no network. Its pictures are kept in the build. */
@RequiresTool(Tool.CHROMIUM)
class ReportPageIT {
  @TempDir private Path home;

  @Test
  void drawsTheChartsOfAnOpenCheck() throws Exception {
    String page = new Browser(home).dom(page());

    assertThat(page.split("<canvas", -1).length - 1)
        .as("response time by percentile, processor, memory of the check that did not pass")
        .isGreaterThanOrEqualTo(3);
    assertThat(page).contains("u-legend", "harness run k3x9");
  }

  /** What a target sent is on the page, and was not run: the title is still the page's own. */
  @Test
  void runsNothingOfTheTargets() throws Exception {
    String page = new Browser(home).dom(page());

    assertThat(page)
        .contains("&lt;script&gt;document.title='owned'&lt;/script&gt;")
        .doesNotContain("<title>owned");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 1280})
  void isWideAsTheScreenAndNoWider(int width) throws Exception {
    Path picture = new Browser(home).picture(page(), "report", width);

    assertThat(Files.size(picture)).isGreaterThan(10_000);
  }

  private Path page() throws Exception {
    Path file = home.resolve("report.html");
    HtmlReport.write(SampleRun.hostile(), Optional.empty(), file);
    return file;
  }
}
