package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a process does second by second is written as a function of the look's number. */
class WatchTest {
  private static final Subject.Pid PROCESS = new Subject.Pid(7, "service");
  private static final long MB = 1 << 20;
  private static final long BASE = 200 * MB;
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final HostFacts HOST = new HostFacts("Linux", "6", "x", "cpu", 2, 16_384 * MB);

  @Test
  void aQuietProcessIsHealthy() {
    MonitorRecord record = watch(60, n -> sample(BASE, n, 0.02, 30));

    assertThat(record.health()).isEqualTo(Health.HEALTHY);
    assertThat(record.fired()).isEmpty();
  }

  @Test
  void oneThatLeaksAMegabyteASecondIsCriticalLongBeforeItIsLarge() {
    MonitorRecord record = watch(60, n -> sample(BASE + n * MB / 2, n, 0.02, 30));

    assertThat(record.health()).isEqualTo(Health.CRITICAL);
    Alarm leak = record.fired().get(0);
    assertThat(leak.rule().metric()).isEqualTo(Watched.MEMORY_SLOPE);
    Figure.Measured slope = (Figure.Measured) leak.first().orElseThrow().figure();
    assertThat(slope.value()).isBetween(3_599.0, 3_601.0);
    assertThat(leak.first().orElseThrow().at()).isLessThan(Duration.ofSeconds(21));
    assertThat(MonitorText.advice(record)).singleElement().asString().contains("3,600 MB/h");
  }

  @Test
  void memoryThatFillsUpAndStaysIsNoLeak() {
    MonitorRecord record = watch(200, n -> sample(BASE + Math.min(n, 60) * MB / 2, n, 0.02, 30));

    assertThat(record.health()).isEqualTo(Health.HEALTHY);
    assertThat(record.fired()).extracting(alarm -> alarm.state().id()).containsOnly("resolved");
  }

  @Test
  void memoryThatComesAndGoesIsNoLeak() {
    MonitorRecord record = watch(400, n -> sample(BASE + n % 40 * MB, n, 0.02, 30));

    assertThat(record.health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void oneThatSpinsIsToldAndSoIsOneThatStopsSpinning() {
    MonitorRecord record = watch(60, n -> sample(BASE, n, n < 30 ? 1.0 : 0, 30));

    assertThat(record.health()).isEqualTo(Health.WARNING);
    Alarm spins = record.fired().get(0);
    assertThat(spins.rule().metric()).isEqualTo(Watched.PROCESS_CPU);
    assertThat(spins.first().orElseThrow().at())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    assertThat(spins.state().id()).isEqualTo("resolved");
  }

  @Test
  void oneThatOpensFilesAndClosesNoneIsTold() {
    MonitorRecord record = watch(60, n -> sample(BASE, n, 0.02, 30 + n));

    assertThat(record.health()).isEqualTo(Health.WARNING);
    assertThat(record.fired())
        .extracting(alarm -> alarm.rule().metric())
        .containsExactly(Watched.OPEN_FILES_GROWTH);
  }

  @Test
  void filesThatAreOpenedAndClosedAreNothing() {
    assertThat(watch(200, n -> sample(BASE, n, 0.02, 30 + n % 25)).health())
        .isEqualTo(Health.HEALTHY);
  }

  @Test
  void oneThatEndsIsReportedWithWhatWasSeen() {
    MonitorRecord record = watch(60, n -> n < 20 ? sample(BASE, n, 0.02, 30) : null);

    assertThat(record.health()).isEqualTo(Health.WARNING);
    Subject.Watched process = record.processes().get(0);
    assertThat(process.ended()).contains(INTERVAL.multipliedBy(20));
    assertThat(process.use().looks()).isEqualTo(20);
    assertThat(MonitorText.reasons(record))
        .singleElement()
        .asString()
        .contains("ended after 10.0 s");
  }

  @Test
  void oneThreadIsNotSeveral() {
    MonitorRecord record = watch(2, n -> new ProcessSample(BASE, BASE, 0, 1, 1_200));

    assertThat(MonitorText.status(record)).contains(", 1 thread, 1,200 files");
  }

  @Test
  void hoursTakeNoMoreMemoryThanMinutes() {
    MonitorRecord record = watch(20_000, n -> sample(BASE, n, 0.02, 30));

    assertThat(record.looks()).isEqualTo(20_000);
    assertThat(record.kept()).hasSizeLessThanOrEqualTo(1_200);
    assertThat(record.health()).isEqualTo(Health.HEALTHY);
  }

  private static ProcessSample sample(long rss, long n, double cores, long files) {
    long cpuNanos = (long) (cores * n * INTERVAL.toNanos());
    return new ProcessSample(rss, rss, cpuNanos, 12, files);
  }

  private static MonitorRecord watch(long looks, LongFunction<@Nullable ProcessSample> process) {
    var rules = MonitorRules.of(ThresholdsFile.shipped());
    var watch = new Watch(Instant.EPOCH, INTERVAL, HOST, List.of(PROCESS), List.of(), rules);
    for (long n = 0; n < looks; n++) {
      ProcessSample sample = process.apply(n);
      watch.see(
          new Look(
              INTERVAL.multipliedBy(n),
              Instant.EPOCH,
              new HostSample(4_096 * MB, 0, 12, 0.5, 0, n),
              sample == null ? Map.of() : Map.of(PROCESS.pid(), sample),
              Map.of()));
    }
    return watch.record();
  }
}
