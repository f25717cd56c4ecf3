package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What is told from inside, second by second, is written as a function of the look's number. */
class SourcesWatchTest {
  private static final long MB = 1 << 20;
  private static final Subject.Pid PROCESS = new Subject.Pid(7, "java");
  private static final Subject.Source JVM = Subject.Source.jvm(PROCESS);
  private static final Subject.Source DATABASE = Subject.Source.at("database me@there/mine");
  private static final HostFacts HOST = new HostFacts("Linux", "6", "x", "cpu", 2, 16_384 * MB);

  @Test
  void aHeapThatKeepsMoreWithEachCollectionIsALeakThoughNothingIsSeenOfItFromOutside() {
    MonitorRecord record = watchJvm(100, n -> 200 * MB, n -> heap(20 + n, n));

    assertThat(record.health()).isEqualTo(Health.CRITICAL);
    assertThat(slopes(record)).singleElement().satisfies(slope -> within(slope, 3_590, 3_610));
  }

  @Test
  void garbageThatFillsTheProcessIsNoLeak() {
    MonitorRecord record = watchJvm(100, n -> (200 + n) * MB, n -> heap(20, n));

    assertThat(record.health()).isEqualTo(Health.HEALTHY);
    assertThat(slopes(record)).singleElement().satisfies(slope -> within(slope, 0, 0));
  }

  /** What its last collection left is old news, however often it is looked at. */
  @Test
  void ofAJvmThatHardlyCollectsNothingIsClaimed() {
    MonitorRecord record =
        watchJvm(
            100, n -> (200 + n) * MB, n -> heap(20 + Math.floor(n / 10.0), Math.floor(n / 10.0)));

    assertThat(record.health()).isEqualTo(Health.HEALTHY);
    assertThat(slopes(record)).singleElement().isInstanceOf(Figure.Missing.class);
  }

  /** Between two old collections an endpoint's live set stands still, whatever is kept. */
  @Test
  void aHeapThatIsFullerAfterEachCollectionIsALeakWhateverAnEndpointCallsLive() {
    MonitorRecord record =
        watch(
            100,
            n -> new Answer.Silent("it is no JVM"),
            n -> new Answer.Told(heap(20, n).with(SourceMetric.HEAP_USED, 50 + n)));

    assertThat(record.alarms())
        .filteredOn(alarm -> alarm.subject().equals(DATABASE))
        .filteredOn(alarm -> alarm.rule().metric() == Watched.MEMORY_SLOPE)
        .singleElement()
        .satisfies(alarm -> within(alarm.figure(), 3_590, 3_610));
  }

  @Test
  void oneThatLetsNobodyInIsJudgedFromOutside() {
    MonitorRecord record =
        watch(
            100,
            n -> (200 + n) * MB,
            n -> new Answer.Silent("it is no JVM"),
            n -> new Answer.Silent("there is none"));

    assertThat(record.health()).isEqualTo(Health.CRITICAL);
  }

  @Test
  void aHeapThatIsNearlyFullAndCollectsAllTheTimeIsToldAndTellsWhatToDo() {
    MonitorRecord record =
        watchJvm(
            20,
            n -> 200 * MB,
            n ->
                heap(20, n).with(SourceMetric.HEAP_FILLED, 95).with(SourceMetric.GC_TIME, 0.5 * n));

    assertThat(record.health()).isEqualTo(Health.WARNING);
    assertThat(record.fired())
        .extracting(alarm -> alarm.rule().metric())
        .containsExactlyInAnyOrder(SourceMetric.HEAP_FILLED, SourceMetric.GC_TIME);
    assertThat(MonitorText.advice(record))
        .anySatisfy(advice -> assertThat(advice).startsWith("JVM 7 keeps 95 % of its heap"))
        .anySatisfy(advice -> assertThat(advice).startsWith("JVM 7 stood still for 50 %"));
  }

  @Test
  void aTotalIsToldAsItsGrowthInASecond() {
    MonitorRecord record = watchJvm(20, n -> 200 * MB, n -> heap(20, 3 * n));

    SourceUse.Course collections = course(record, JVM, SourceMetric.GC_RATE);
    assertThat(collections.first()).isEqualTo(3);
    assertThat(collections.peak()).isEqualTo(3);
    assertThat(collections.count()).isEqualTo(19);
  }

  @Test
  void countersThatBeginAnewAreNoRateBelowZero() {
    MonitorRecord record = watchJvm(20, n -> 200 * MB, n -> heap(20, n % 10));

    assertThat(course(record, JVM, SourceMetric.GC_RATE).peak()).isEqualTo(1);
    assertThat(course(record, JVM, SourceMetric.GC_RATE).mean()).isEqualTo(1);
  }

  @Test
  void oneThatGoesSilentIsToldAndTheOthersGoOn() {
    MonitorRecord record =
        watch(
            20,
            n -> n < 10 ? new Answer.Told(heap(20, n)) : new Answer.Silent("it refuses"),
            n -> new Answer.Told(Readings.NONE.with(SourceMetric.DB_CONNECTIONS, n)));

    assertThat(use(record, JVM).silence()).contains("it refuses");
    assertThat(use(record, JVM).silent()).isEqualTo(10);
    assertThat(use(record, DATABASE).told()).isEqualTo(20);
    assertThat(course(record, DATABASE, SourceMetric.DB_CONNECTIONS).last()).isEqualTo(19);
    assertThat(record.health()).isEqualTo(Health.HEALTHY);
  }

  @Test
  void aDeadlockIsToldAtOnceAndAQuietDatabaseIsHealthy() {
    assertThat(deadlocks(n -> 4).health()).isEqualTo(Health.HEALTHY);

    MonitorRecord one = deadlocks(n -> n < 10 ? 4 : 5);

    assertThat(one.health()).isEqualTo(Health.WARNING);
    assertThat(one.fired().get(0).subject()).isEqualTo(DATABASE);
    assertThat(MonitorText.reasons(one)).singleElement().asString().contains("db_deadlocks > 0");
  }

  private static MonitorRecord deadlocks(IntFunction<Integer> total) {
    return watch(
        20,
        n -> new Answer.Told(heap(20, n)),
        n -> new Answer.Told(Readings.NONE.with(SourceMetric.DB_DEADLOCKS, total.apply(n))));
  }

  private static Readings heap(double afterCollection, double collections) {
    return Readings.NONE
        .with(SourceMetric.HEAP_USED, 50)
        .with(SourceMetric.HEAP_AFTER_GC, afterCollection)
        .with(SourceMetric.GC_RATE, collections);
  }

  private static SourceUse use(MonitorRecord record, Subject.Source source) {
    return record.sources().stream()
        .filter(use -> use.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static SourceUse.Course course(
      MonitorRecord record, Subject.Source source, SourceMetric metric) {
    return Objects.requireNonNull(use(record, source).courses().get(metric));
  }

  private static List<Figure> slopes(MonitorRecord record) {
    return record.alarms().stream()
        .filter(alarm -> alarm.rule().metric() == Watched.MEMORY_SLOPE)
        .filter(alarm -> alarm.subject().equals(PROCESS))
        .map(Alarm::figure)
        .toList();
  }

  private static void within(Figure figure, double least, double most) {
    assertThat(figure).isInstanceOf(Figure.Measured.class);
    assertThat(((Figure.Measured) figure).value()).isBetween(least, most);
  }

  private static MonitorRecord watchJvm(
      int looks, IntFunction<Long> rssBytes, IntFunction<Readings> inside) {
    return watch(
        looks,
        rssBytes,
        n -> new Answer.Told(inside.apply(n)),
        n -> new Answer.Silent("there is none"));
  }

  private static MonitorRecord watch(
      int looks, IntFunction<Answer> jvm, IntFunction<Answer> database) {
    return watch(looks, n -> 200 * MB, jvm, database);
  }

  private static MonitorRecord watch(
      int looks,
      IntFunction<Long> rssBytes,
      IntFunction<Answer> jvm,
      IntFunction<Answer> database) {
    var second = Duration.ofSeconds(1);
    var rules = MonitorRules.of(ThresholdsFile.shipped());
    var watch =
        new Watch(Instant.EPOCH, second, HOST, List.of(PROCESS), List.of(JVM, DATABASE), rules);
    for (int n = 0; n < looks; n++) {
      long rss = rssBytes.apply(n);
      watch.see(
          new Look(
              second.multipliedBy(n),
              Instant.EPOCH,
              new HostSample(4_096 * MB, 0, 12, 0.5, 0, n),
              Map.of(PROCESS.pid(), new ProcessSample(rss, rss, 0, 12, 30)),
              Map.of(JVM, jvm.apply(n), DATABASE, database.apply(n))));
    }
    return watch.record();
  }
}
