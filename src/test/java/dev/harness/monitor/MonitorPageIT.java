package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.report.WrittenMonitor;
import dev.harness.report.html.MonitorPage;
import dev.harness.testing.Browser;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, which has no network. */
@RequiresTool(Tool.CHROMIUM)
class MonitorPageIT {
  @TempDir Path home;

  private Browser browser;
  private Path page;

  @BeforeEach
  void writePage() throws Exception {
    browser = new Browser(home);
    page = home.resolve("monitor.html");
    MonitorPage.write(WrittenMonitor.read(SampleMonitor.written(home)), page);
  }

  @Test
  void drawsItsChartsAndRunsNothingThatIsWatched() throws Exception {
    String dom = browser.dom(page);

    assertThat(dom.split("<canvas", -1).length - 1).isGreaterThanOrEqualTo(8);
    assertThat(dom).contains("<title>critical").doesNotContain("<title>owned");
  }

  @Test
  void isShownOnWideScreensAndOnNarrowOnes() throws Exception {
    for (int width : new int[] {400, 1280}) {
      assertThat(Files.size(browser.picture(page, "monitor", width))).isGreaterThan(10_000);
    }
  }
}
