package dev.harness.monitor;

import dev.harness.config.ThresholdsFile;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.Readings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two minutes of a process that leaks and spins, whose name is a script, and of a database. */
final class SampleMonitor {
  static final String SCRIPT = "<script>document.title='owned'</script>";

  private static final long MB = 1 << 20;
  private static final Subject.Pid LEAKS = new Subject.Pid(7, SCRIPT);
  private static final Subject.Pid RESTS = new Subject.Pid(8, "cat");
  private static final Subject.Source DATABASE = Subject.Source.at("database me@there/mine");
  private static final HostFacts HOST = new HostFacts("Linux", "6", "x", "cpu", 2, 16_384 * MB);

  private SampleMonitor() {}

  /** Writes its report. */
  static Path written(Path directory) throws Exception {
    return written(directory, 120);
  }

  static Path written(Path directory, int looks) throws Exception {
    Path file = directory.resolve("report.json");
    MonitorJson.write(record(looks), false, file);
    return file;
  }

  private static MonitorRecord record(int looks) {
    var second = Duration.ofSeconds(1);
    var watch =
        new Watch(
            Instant.EPOCH,
            second,
            HOST,
            List.of(LEAKS, RESTS),
            List.of(DATABASE),
            MonitorRules.of(ThresholdsFile.shipped()));
    for (int n = 0; n < looks; n++) {
      watch.see(
          new Look(
              second.multipliedBy(n),
              Instant.EPOCH.plus(second.multipliedBy(n)),
              new HostSample(4_096 * MB, 0, 12, 0.5, 0, n),
              Map.of(
                  LEAKS.pid(),
                  new ProcessSample((200 + n) * MB, 900 * MB, n * 990_000_000L, 12, 30 + n),
                  RESTS.pid(),
                  new ProcessSample(5 * MB, 10 * MB, 0, 1, 4)),
              Map.of(DATABASE, new Answer.Told(database(n)))));
    }
    return watch.record();
  }

  private static Readings database(int n) {
    return Readings.NONE
        .with(SourceMetric.DB_CONNECTIONS, 10 + n % 5)
        .with(SourceMetric.DB_COMMITS, 250.0 * n)
        .with(SourceMetric.DB_CACHE_HITS, 99);
  }
}
