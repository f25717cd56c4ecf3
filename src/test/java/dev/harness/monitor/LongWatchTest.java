package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day and a night of looks, one a second, at all that can be watched. */
class LongWatchTest {
  private static final int DAY = 24 * 60 * 60;
  private static final int PROCESSES = 2;
  private static final long MB = 1 << 20;
  private static final long MOST_BYTES = 50 * MB;

  private final MonitorRecord day = watch(DAY);

  @Test
  void aDayTakesNoMoreThanAnHour(@TempDir Path directory) throws IOException {
    MonitorRecord hour = watch(DAY / 24);

    assertThat(day.looks()).isEqualTo(DAY);
    assertThat(day.kept()).hasSizeBetween(600, 1_200);
    assertThat(day.kept().get(0).at()).isZero();
    assertThat(day.kept().get(day.kept().size() - 1).at()).isGreaterThan(Duration.ofHours(23));
    Path file = directory.resolve("day.json");
    MonitorJson.write(day, false, file);
    long size = Files.size(file);
    MonitorJson.write(hour, false, file);
    assertThat(size).isLessThan(MOST_BYTES).isLessThan(3 * Files.size(file));
  }

  /** Between those that are kept lies the same time: the first of as many neighbours each. */
  @Test
  void looksAreThinnedEvenly() {
    List<Look> kept = day.kept();
    var gaps = new ArrayList<Duration>();
    for (int i = 1; i < kept.size(); i++) {
      gaps.add(kept.get(i).at().minus(kept.get(i - 1).at()));
    }

    assertThat(gaps).containsOnly(Duration.ofSeconds(128));
  }

  private static MonitorRecord watch(int looks) {
    var second = Duration.ofSeconds(1);
    var processes = new ArrayList<Subject.Pid>();
    var sources = new ArrayList<Subject.Source>();
    for (int i = 1; i <= PROCESSES; i++) {
      var process = new Subject.Pid(i, "java");
      processes.add(process);
      sources.add(Subject.Source.jvm(process));
    }
    var watch =
        new Watch(
            Instant.EPOCH,
            second,
            new HostFacts("Linux", "6", "x", "cpu", 2, 16_384 * MB),
            processes,
            sources,
            MonitorRules.of(ThresholdsFile.shipped()));
    for (int n = 0; n < looks; n++) {
      watch.see(look(second.multipliedBy(n), n, processes, sources));
    }
    return watch.record();
  }

  private static Look look(
      Duration at, int n, List<Subject.Pid> processes, List<Subject.Source> sources) {
    long bytes = (200 + n % 50) * MB;
    var samples = new HashMap<Long, ProcessSample>();
    var answers = new HashMap<Subject.Source, Answer>();
    processes.forEach(
        process ->
            samples.put(process.pid(), new ProcessSample(bytes, bytes, n * 1_000_000L, 20, 30)));
    sources.forEach(source -> answers.put(source, new Answer.Told(readings(n))));
    return new Look(
        at, Instant.EPOCH.plus(at), new HostSample(4_096 * MB, 0, 12, 0.5, 0, n), samples, answers);
  }

  private static Readings readings(int n) {
    Readings readings = Readings.NONE;
    for (SourceMetric metric : SourceMetric.values()) {
      readings = readings.with(metric, metric.kind() == SourceMetric.Kind.TOTAL ? n : n % 7);
    }
    return readings;
  }
}
