package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.compare.StoredRun.Judged;
import dev.harness.compare.StoredRun.Value;
import dev.harness.compare.Trend.Shift;
import dev.harness.report.JsonReport;
import dev.harness.report.SampleRun;
import dev.harness.stats.SimulatedSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of which the truth is known. */
class HistoryTest {
  private static final Judged P95 = new Judged("load/ramp", "response_time_p95");
  private static final Judged RATE = new Judged("database/transactions", "rate");
  private static final Circumstances HERE = new Circumstances(Map.of("cpu_count", "2"));

  private final SimulatedSeries chance = new SimulatedSeries(31);

  @TempDir private Path directory;

  @Test
  void aRunIsWhatItsReportTells() throws IOException {
    Path report = directory.resolve("report.json");
    JsonReport.write(SampleRun.mixed(), Optional.empty(), report);

    StoredRun run = StoredRun.read("20260102T030405Z-k3x9", report);

    assertThat(run.timestamp()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(run.status()).isEqualTo("ERROR");
    assertThat(run.passed()).isEqualTo(1);
    assertThat(run.checks()).isEqualTo(4);
    assertThat(run.figures())
        .containsEntry(
            new Judged("concurrency/concurrent-requests", "success_rate"),
            new Value(97, "%", 95, false))
        .containsEntry(
            new Judged("database/transaction-throughput", "database_transactions_per_second"),
            new Value(80, "/s", 100, false))
        .hasSize(3);
  }

  /** One of twenty, of which each looks at twenty figures. */
  @Test
  void aHistoryWithoutAnyNewLevelHasSeldomOne() {
    long marked =
        IntStream.range(0, 100).filter(i -> !shifts(History.of(noise(20, 15))).isEmpty()).count();

    assertThat(marked).isLessThanOrEqualTo(12);
  }

  @Test
  void aNewLevelIsMarkedWhereItBeginsAndOnItsSide() {
    double[] slower = chance.lognormal(30, 0.03);
    double[] faster = chance.lognormal(30, 0.03);
    for (int i = 22; i < 30; i++) {
      slower[i] *= 1.3;
      faster[i] *= 1.4;
    }
    List<StoredRun> runs =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    run(
                        "r" + i,
                        HERE,
                        Map.of(
                            P95, new Value(10 * slower[i], "ms", 50, true),
                            RATE, new Value(100 * faster[i], "/s", 20, false))))
            .toList();

    History history = History.of(runs);

    assertThat(history.trends()).hasSize(2);
    for (Trend trend : history.trends()) {
      assertThat(trend.shifts()).hasSize(1);
      assertThat(trend.shifts().get(0).run()).isBetween(21, 23);
      assertThat(trend.worse(trend.shifts().get(0))).isEqualTo(trend.of().equals(P95));
    }
    Shift slowed = trend(history, P95).shifts().get(0);
    assertThat(slowed.before()).isBetween(9.5, 10.5);
    assertThat(slowed.change()).isBetween(0.25, 0.35);
  }

  /** However sure it is. */
  @Test
  void whatChangesByLessThanFivePercentIsNoNewLevel() {
    List<StoredRun> runs =
        IntStream.range(0, 40)
            .mapToObj(i -> p95("r" + i, HERE, i < 20 ? 10 + i / 1_000.0 : 10.4 + i / 1_000.0))
            .toList();

    assertThat(shifts(History.of(runs))).isEmpty();
  }

  @Test
  void anotherMachineHasNoPartInIt() {
    var elsewhere = new Circumstances(Map.of("cpu_count", "64"));
    var runs = new ArrayList<StoredRun>();
    IntStream.range(0, 15).forEach(i -> runs.add(p95("old" + i, elsewhere, 50 + i / 100.0)));
    IntStream.range(0, 15).forEach(i -> runs.add(p95("new" + i, HERE, 10 + i / 100.0)));

    History history = History.of(runs);

    assertThat(history.runs()).hasSize(30);
    assertThat(history.alike()).hasSize(15).allMatch(run -> run.name().startsWith("new"));
    assertThat(shifts(history)).isEmpty();
  }

  /** A check that is not in every run leaves a gap, and the mark is still at its run. */
  @Test
  void aFigureThatSomeRunsLackKeepsItsPlace() {
    List<StoredRun> runs =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    i % 4 == 0
                        ? run("r" + i, HERE, Map.of())
                        : p95("r" + i, HERE, (i < 26 ? 10 : 20) + i / 1_000.0))
            .toList();

    Trend trend = trend(History.of(runs), P95);

    assertThat(trend.values().get(0)).isNaN();
    assertThat(trend.shifts()).extracting(Shift::run).containsExactly(26);
  }

  @Test
  void withoutRunsThereIsNone() {
    assertThat(History.of(List.of()).trends()).isEmpty();
    assertThat(shifts(History.of(List.of(p95("r", HERE, 1))))).isEmpty();
  }

  private List<StoredRun> noise(int figures, int runs) {
    var all = new ArrayList<StoredRun>();
    double[][] values = new double[figures][];
    for (int i = 0; i < figures; i++) {
      values[i] = chance.lognormal(runs, 0.1);
    }
    for (int run = 0; run < runs; run++) {
      var its = new LinkedHashMap<Judged, Value>();
      for (int i = 0; i < figures; i++) {
        its.put(new Judged("check" + i, "metric"), new Value(values[i][run], "ms", 9, true));
      }
      all.add(run("r" + run, HERE, its));
    }
    return all;
  }

  private static List<Shift> shifts(History history) {
    return history.trends().stream().flatMap(trend -> trend.shifts().stream()).toList();
  }

  private static Trend trend(History history, Judged of) {
    return history.trends().stream().filter(it -> it.of().equals(of)).findFirst().orElseThrow();
  }

  private static StoredRun p95(String name, Circumstances where, double millis) {
    return run(name, where, Map.of(P95, new Value(millis, "ms", 100, true)));
  }

  private static StoredRun run(String name, Circumstances where, Map<Judged, Value> figures) {
    return new StoredRun(name, "2026-01-02T03:04:05Z", "PASSED", "quick", 1, 1, where, figures);
  }
}
