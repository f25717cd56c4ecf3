package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import dev.harness.plan.threshold.MemoryLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveSetGrowthTest {
  private static final int CHECKPOINTS = 24;
  private static final int REQUESTS = 500;
  private static final double BASE = 30e6;

  /** As much as live sets of the reference service were seen to waver, in bytes. */
  private static final double NOISE = 20_000;

  @Test
  void aKilobyteKeptPerRequestIsAThousandPerThousand() {
    LiveSetGrowth growth = growth(i -> BASE + 1_024.0 * REQUESTS * i, NOISE);

    assertThat(kilobytes(growth.perThousand()).value()).isCloseTo(1_000, within(150.0));
    assertThat(judge(growth)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void whatIsSteadyIsNoLeak() {
    assertThat(judge(growth(i -> BASE, NOISE))).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCacheThatFillsWithinTheFirstHalfIsNoLeak() {
    double full = BASE + 20e6;
    LiveSetGrowth growth = growth(i -> i < 10 ? BASE + 20e6 * i / 10 : full, NOISE);

    assertThat(judge(growth)).isEqualTo(Verdict.PASS);
  }

  /** The negative control of the one before: with its rise in the data it would be called one. */
  @Test
  void aCacheThatNeverIsFullIsOne() {
    assertThat(judge(growth(i -> BASE + 2e6 * i, NOISE))).isEqualTo(Verdict.BREACH);
  }

  /** Sixteen bytes kept per request are within what remains possible, 95 times of 100. */
  @Test
  void aSmallLeakIsNotRuledOutMoreOftenThanItSays() {
    long above =
        IntStream.range(0, 400)
            .filter(
                seed ->
                    kilobytes(growth(i -> BASE + 16.0 * REQUESTS * i, NOISE, seed).perThousand())
                            .upper()
                        >= 15.625)
            .count();

    assertThat(above).as("of 400, at 95 %").isGreaterThanOrEqualTo(365);
  }

  @Test
  void whatMayBeChanceProvesNoLeak() {
    LiveSetGrowth growth = growth(i -> BASE, 3e6, 4);

    assertThat(kilobytes(growth.provedPerThousand()).lower()).isLessThanOrEqualTo(0);
    assertThat(judge(growth)).isIn(Verdict.INCONCLUSIVE, Verdict.PASS);
  }

  @Test
  void tooFewCheckpointsGiveNoFigure() {
    assertThat(new LiveSetGrowth(List.of(new Checkpoint(1, Figure.of(1)))).perThousand())
        .isEqualTo(Figure.missing("growth needs 20 checkpoints, there are 1"));
  }

  @Test
  void whatWasNotSeenGivesNoFigure() {
    var unseen = Figure.missing("no collection was seen");
    List<Checkpoint> checkpoints =
        IntStream.range(0, CHECKPOINTS).mapToObj(i -> new Checkpoint(i, unseen)).toList();

    assertThat(new LiveSetGrowth(checkpoints).perThousand()).isEqualTo(unseen);
    assertThat(judge(new LiveSetGrowth(checkpoints))).isEqualTo(Verdict.NO_DATA);
  }

  private static LiveSetGrowth growth(IntToDoubleFunction live, double noise) {
    return growth(live, noise, 1);
  }

  private static LiveSetGrowth growth(IntToDoubleFunction live, double noise, long seed) {
    var random = new Random(seed);
    return new LiveSetGrowth(
        IntStream.rangeClosed(1, CHECKPOINTS)
            .mapToObj(
                i ->
                    new Checkpoint(
                        (long) i * REQUESTS,
                        Figure.of(live.applyAsDouble(i) + noise * random.nextGaussian())))
            .toList());
  }

  private static Figure.Measured kilobytes(Figure bytes) {
    return (Figure.Measured) bytes.times(1 / 1024.0);
  }

  private static Verdict judge(LiveSetGrowth growth) {
    var limits =
        new Thresholds(Map.of(MemoryLimits.PERMANENT_LEAK, new Thresholds.Limit(100, "a test")));
    return new Evaluator(limits)
        .judge(
            List.of(Criterion.key(MemoryLimits.PERMANENT_LEAK)),
            Map.of(
                MemoryLimits.PERMANENT_LEAK.metric(), growth.provedPerThousand().times(1 / 1024.0)))
        .get(0)
        .verdict();
  }
}
