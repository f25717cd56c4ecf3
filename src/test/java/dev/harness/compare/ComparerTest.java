package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.compare.ComparedRun.MeasuredFigure;
import dev.harness.compare.LoadSeries.Window;
import dev.harness.compare.RunPairs.Pair;
import dev.harness.stats.Interval;
import dev.harness.stats.SimulatedSeries;
import dev.harness.verdict.ExitCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pairs of runs of which the truth is known. */
class ComparerTest {
  private static final String LOAD = "load/sustained, sustained";
  private static final Circumstances MACHINE = machine("2");
  private static final int WINDOWS = 60;

  /** Of each window the one before; of each run, how it differs from others of the same thing. */
  private static final double MEMORY = 0.3;

  private static final double BETWEEN_WINDOWS = 0.08;
  private static final double BETWEEN_RUNS = 0.02;

  private final SimulatedSeries chance = new SimulatedSeries(11);

  @Test
  void pairsOfTheSameThingAreHardlyEverCalledRegressed() {
    long regressed = IntStream.range(0, 200).filter(i -> compared(1) == Change.REGRESSED).count();

    assertThat(regressed).isLessThanOrEqualTo(15);
  }

  @Test
  void fifteenPercentMoreIsCalledRegressed() {
    long regressed = IntStream.range(0, 60).filter(i -> compared(1.15) == Change.REGRESSED).count();

    assertThat(regressed).isGreaterThanOrEqualTo(57);
  }

  @Test
  void fifteenPercentLessIsCalledImprovedAndNeverRegressed() {
    List<Change> changes = IntStream.range(0, 20).mapToObj(i -> compared(1 / 1.15)).toList();

    assertThat(changes).doesNotContain(Change.REGRESSED);
    assertThat(changes.stream().filter(Change.IMPROVED::equals).count()).isGreaterThanOrEqualTo(18);
  }

  @Test
  void aRunIsUnchangedAgainstItself() {
    ComparedRun run = run(1);

    Comparison comparison = Comparer.compare(run, run, List.of(), false);

    assertThat(comparison.conclusion()).isEqualTo(Change.UNCHANGED);
    assertThat(comparison.exitCode()).isEqualTo(ExitCode.PASSED);
    assertThat(comparison.gating())
        .extracting(MetricChange::metric)
        .containsExactly(
            "success rate", "response time P50", "response time P95", "response time P99");
  }

  /** What runs of the same thing differ by is no regression, however sure it is. */
  @Test
  void runsOfTheSameThingWidenTheMargin() {
    ComparedRun base = run(1);
    ComparedRun slower = run(1.15);
    List<ComparedRun> alike = IntStream.range(0, 10).mapToObj(i -> run(1 + 0.04 * i)).toList();

    assertThat(Comparer.compare(base, slower, List.of(), false).conclusion())
        .isEqualTo(Change.REGRESSED);
    assertThat(Comparer.compare(base, slower, alike, false).conclusion())
        .isNotEqualTo(Change.REGRESSED);
  }

  @Test
  void anotherMachineIsSaidAndNothingConcluded() {
    ComparedRun base = run(1);
    ComparedRun elsewhere = new ComparedRun("b", false, machine("64"), base.loads(), List.of());

    Comparison comparison = Comparer.compare(base, elsewhere, List.of(), false);

    assertThat(comparison.differences()).containsExactly("cpu_count: 64, before 2");
    assertThat(comparison.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(Comparer.compare(base, elsewhere, List.of(), true).exitCode())
        .isEqualTo(ExitCode.PASSED);
  }

  @Test
  void aRunThatWasCutShortIsNoBaseline() {
    ComparedRun run = run(1);
    var partial = new ComparedRun("b", true, MACHINE, run.loads(), List.of());

    assertThat(Comparer.compare(partial, run, List.of(), false).exitCode())
        .isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void runsWithoutACommonLoadAreInconclusive() {
    var nothing = new ComparedRun("b", false, MACHINE, Map.of(), List.of());

    assertThat(Comparer.compare(run(1), nothing, List.of(), false).exitCode())
        .isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void windowsWithoutAnAnswerAreWorseThanSlowOnes() {
    ComparedRun base = run(1);
    ComparedRun dying = withDeadWindows(base, WINDOWS / 5);

    Comparison comparison = Comparer.compare(base, dying, List.of(), false);

    assertThat(comparison.conclusion()).isEqualTo(Change.REGRESSED);
  }

  @Test
  void aBreachMoreIsARegressionWhateverElseThereIs() {
    ComparedRun base = with(run(1), counted("isolation_breaches", 0));
    ComparedRun leaking = with(base, counted("isolation_breaches", 1));

    assertThat(Comparer.compare(base, leaking, List.of(), false).conclusion())
        .isEqualTo(Change.REGRESSED);
    assertThat(Comparer.compare(base, base, List.of(), false).conclusion())
        .isEqualTo(Change.UNCHANGED);
  }

  /** A limit of 100 leaves a margin of 5. */
  @Test
  void memoryGrowthIsHeldAgainstAShareOfItsLimit() {
    ComparedRun base = with(run(1), growth(-1, 0, 1));

    assertThat(memory(base, with(base, growth(0, 1, 2)))).isEqualTo(Change.UNCHANGED);
    assertThat(memory(base, with(base, growth(18, 20, 22)))).isEqualTo(Change.REGRESSED);
    assertThat(memory(base, with(base, growth(-20, 20, 60)))).isEqualTo(Change.INCONCLUSIVE);
  }

  /** What differs from run to run is 2 %, of which one pair of runs knows nothing. */
  @Test
  void sixPairsOfTheSameThingAreNeverCalledRegressed() {
    long regressed = IntStream.range(0, 200).filter(i -> inPairs(1, 6) == Change.REGRESSED).count();

    assertThat(regressed).isZero();
  }

  @Test
  void fifteenPercentMoreIsCalledRegressedInSixPairs() {
    long regressed =
        IntStream.range(0, 100).filter(i -> inPairs(1.15, 6) == Change.REGRESSED).count();

    assertThat(regressed).isGreaterThanOrEqualTo(95);
  }

  @Test
  void pairsAreToldPairByPair() {
    RunPairs pairs = pairs(1.2, 4);

    MetricChange p50 =
        Comparer.compare(pairs, List.of(), false).gating().stream()
            .filter(it -> it.metric().equals("response time P50"))
            .findFirst()
            .orElseThrow();

    assertThat(p50.note()).isEqualTo("worse in 4 of 4 pairs");
    assertThat(p50.curves().step()).isEqualTo(Curves.Step.PAIR);
    assertThat(p50.curves().base()).hasSize(4).allMatch(it -> it > 9 && it < 11);
    assertThat(p50.curves().candidate()).hasSize(4).allMatch(it -> it > 11 && it < 13);
    assertThat(Comparer.compare(pairs, List.of(), false).base()).isEqualTo("a and 3 more");
  }

  /** One of them on another machine spoils them all; one that lacks a figure is no pass. */
  @Test
  void whatOneRunOfManyLacksIsSaid() {
    ComparedRun run = with(run(1), counted("isolation_breaches", 0));
    var elsewhere = new ComparedRun("b", false, machine("64"), run.loads(), run.figures());
    var lacking = new ComparedRun("c", false, MACHINE, run.loads(), List.of());

    assertThat(compared(run, elsewhere).differences()).containsExactly("cpu_count: 64, before 2");
    assertThat(compared(run, lacking).conclusion()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(compared(run, run).conclusion()).isEqualTo(Change.UNCHANGED);
  }

  private static Comparison compared(ComparedRun run, ComparedRun odd) {
    return Comparer.compare(
        new RunPairs(List.of(new Pair(run, run), new Pair(run, odd), new Pair(run, run))),
        List.of(),
        false);
  }

  private Change inPairs(double factor, int pairs) {
    return Comparer.compare(pairs(factor, pairs), List.of(), false).conclusion();
  }

  private RunPairs pairs(double factor, int pairs) {
    return new RunPairs(
        IntStream.range(0, pairs).mapToObj(i -> new Pair(run(1), run(factor))).toList());
  }

  private static Change memory(ComparedRun base, ComparedRun candidate) {
    return Comparer.compare(base, candidate, List.of(), false).gating().stream()
        .filter(it -> it.metric().equals("memory growth"))
        .findFirst()
        .orElseThrow()
        .change();
  }

  private static MeasuredFigure growth(double lower, double value, double upper) {
    return new MeasuredFigure(
        "permanent_leak_per_1k", new Interval(lower, value, upper), OptionalDouble.of(100));
  }

  private static MeasuredFigure counted(String metric, double value) {
    return new MeasuredFigure(metric, new Interval(value, value, value), OptionalDouble.empty());
  }

  private static Circumstances machine(String cpus) {
    return new Circumstances(Map.of("cpu_count", cpus, "profile", "full"));
  }

  private static ComparedRun with(ComparedRun run, MeasuredFigure figure) {
    return new ComparedRun(run.id(), false, run.circumstances(), run.loads(), List.of(figure));
  }

  private static ComparedRun withDeadWindows(ComparedRun run, int dead) {
    var windows = new ArrayList<>(Objects.requireNonNull(run.loads().get(LOAD)).windows());
    for (int i = 0; i < dead; i++) {
      windows.set(i, new Window(1, 100, 0, Double.NaN, Double.NaN, Double.NaN));
    }
    var load = new LoadSeries(LOAD, "steady", false, windows);
    return new ComparedRun("b", false, run.circumstances(), Map.of(LOAD, load), List.of());
  }

  private Change compared(double factor) {
    return Comparer.compare(run(1), run(factor), List.of(), false).conclusion();
  }

  /** A run whose response times are so many times as long as usual, and differ as runs do. */
  private ComparedRun run(double factor) {
    double its = factor * Math.exp(BETWEEN_RUNS * chance.independent(1)[0]);
    double[] p50 = times(10 * its);
    double[] p95 = times(14 * its);
    double[] p99 = times(20 * its);
    var windows = new ArrayList<Window>();
    for (int i = 0; i < WINDOWS; i++) {
      windows.add(new Window(1, 100, 100, p50[i], p95[i], p99[i]));
    }
    return new ComparedRun(
        "a",
        false,
        MACHINE,
        Map.of(LOAD, new LoadSeries(LOAD, "steady", false, windows)),
        List.of());
  }

  private double[] times(double typical) {
    return Arrays.stream(chance.autocorrelated(WINDOWS, MEMORY))
        .map(z -> typical * Math.exp(BETWEEN_WINDOWS * z))
        .toArray();
  }
}
