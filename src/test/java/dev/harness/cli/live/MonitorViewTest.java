package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.monitor.Answer;
import dev.harness.monitor.Look;
import dev.harness.monitor.MonitorRecord;
import dev.harness.monitor.MonitorRules;
import dev.harness.monitor.MonitorText;
import dev.harness.monitor.Subject;
import dev.harness.monitor.Watch;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class MonitorViewTest {
  private static final Subject.Pid PROCESS = new Subject.Pid(7, "ser\u001bvice");
  private static final Subject.Source JVM = Subject.Source.jvm(PROCESS);
  private static final long MB = 1 << 20;

  @Test
  void showsHowEachFigureHasGone() {
    List<String> lines = plain(watch(8, 8), 79);

    assertThat(lines.get(0)).isEqualTo("healthy  0:07, 8 looks");
    assertThat(lines.get(2)).contains("memory").endsWith("  25 %, max 25 %");
    assertThat(lines.get(4)).contains("process 7").endsWith("12 threads, 30 files");
    assertThat(lines.get(5)).contains("▁▂▃▄▅▆▇█").endsWith("  8 MB, max 8 MB");
    assertThat(lines.get(6)).contains("███████ ").endsWith("  50 %, max 50 %");
  }

  @Test
  void tellsAProcessThatHasEndedAndShowsAGapWhereItWas() {
    List<String> lines = plain(watch(8, 4), 79);

    assertThat(lines.get(0)).startsWith("warning");
    assertThat(lines.get(4)).endsWith("  ended");
    assertThat(lines.get(5)).contains("▂▄▆█    ").endsWith("  –, max 4 MB");
  }

  @Test
  void showsWhatIsToldFromInside() {
    List<String> lines = plain(watch(3, 3), 79);

    assertThat(lines.get(7)).isEqualTo("JVM 7  9 threads");
    assertThat(lines.get(8)).contains("heap", "▃▆█").endsWith("  3 MB, max 3 MB");
    assertThat(lines.get(9)).contains("GC", "██ ").endsWith("  50 %, max 50 %");
  }

  @Test
  void tellsASourceThatIsSilent() {
    List<String> lines = plain(watch(8, 8), 79);

    assertThat(lines.get(7)).isEqualTo("JVM 7  not available");
    assertThat(lines.get(8)).contains("▃▆█     ").endsWith("  –, max 3 MB");
    assertThat(MonitorText.status(watch(8, 8))).contains("JVM 7 not available");
    assertThat(MonitorText.summary(watch(8, 8))).contains("  JVM 7: not available: it has  gone");
  }

  @Test
  void showsWhatFiresNow() {
    assertThat(plain(watch(60, 60), 119)).last().asString().contains("critical", "memory_slope");
  }

  @Test
  void fitsEveryWidthAndNoForeignControlIsIn() {
    for (int width = 1; width <= 130; width++) {
      for (AttributedString line : MonitorView.lines(watch(200, 100), width)) {
        assertThat(line.columnLength()).isLessThanOrEqualTo(width);
        assertThat(line.toString()).doesNotContain("\u001b");
      }
    }
  }

  @Test
  void theStatusLineBeginsWithTheHealth() {
    assertThat(MonitorText.status(watch(8, 8)))
        .startsWith("healthy · 7.0 s · 7 8")
        .contains("host");
  }

  private static List<String> plain(MonitorRecord record, int width) {
    return MonitorView.lines(record, width).stream().map(AttributedString::toString).toList();
  }

  /** Its heap takes as much, and it collects half of the time, until its third look. */
  private static Answer inside(int n) {
    return n >= 3
        ? new Answer.Silent("it has \u001bgone")
        : new Answer.Told(
            Readings.NONE
                .with(SourceMetric.HEAP_USED, n + 1)
                .with(SourceMetric.GC_TIME, n / 2.0)
                .with(SourceMetric.THREADS, 9));
  }

  /** A look each second; the process takes a megabyte more each time, and half a core. */
  private static MonitorRecord watch(int looks, int there) {
    var host = new HostFacts("Linux", "6", "x", "cpu", 2, 16_384 * MB);
    var second = Duration.ofSeconds(1);
    var rules = MonitorRules.of(ThresholdsFile.shipped());
    var watch = new Watch(Instant.EPOCH, second, host, List.of(PROCESS), List.of(JVM), rules);
    for (int n = 0; n < looks; n++) {
      long bytes = (n + 1) * MB;
      var sample = new ProcessSample(bytes, bytes, n * second.toNanos() / 2, 12, 30);
      watch.see(
          new Look(
              second.multipliedBy(n),
              Instant.EPOCH,
              new HostSample(4_096 * MB, 0, 12, 0.5, 0, n),
              n < there ? Map.of(PROCESS.pid(), sample) : Map.of(),
              Map.of(JVM, inside(n))));
    }
    return watch.record();
  }
}
