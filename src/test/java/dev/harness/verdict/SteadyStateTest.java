package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Series;
import dev.harness.measure.Series.Slot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.stats.SimulatedSeries;
import dev.harness.verdict.SteadyState.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SteadyStateTest {
  private static final int SECONDS = 10;
  private static final int PER_SLOT = 10;
  private static final long MICROS = 1_000;

  @Test
  void findsALoadSteadyWhoseTimesStandStill() {
    SteadyState state = steady(25 * SECONDS, i -> 5);

    assertThat(state.claim()).isEqualTo(Claim.STEADY);
    assertThat(state.driftPercent()).isCloseTo(0, within(10.0));
    assertThat(state.reason()).isEmpty();
  }

  @Test
  void findsAWarmUpThatIsOverInTimeAndTellsHowLongItTook() {
    SteadyState state = steady(60 * SECONDS, i -> i < 50 ? 20 : 5);

    assertThat(state.claim()).isEqualTo(Claim.STEADY);
    assertThat(state.cutSeconds()).isEqualTo(5);
  }

  /** Negative control: response times fall from ten times as much, and are not done with it. */
  @Test
  void findsAWarmUpThatIsNotOver() {
    SteadyState state = steady(25 * SECONDS, i -> 5 * (1 + 9 * Math.exp(-i / 100.0)));

    assertThat(state.claim()).isEqualTo(Claim.NOT_STEADY);
    assertThat(state.cutSeconds()).isEqualTo(12.5);
    assertThat(state.reason())
        .startsWith("response times still changed after half of its time, before which they were ")
        .endsWith(" % higher");
  }

  /** A processor that clocks up: 3 % in the middle of a load, which decides no verdict. */
  @Test
  void takesAChangeThatIsThereAndDoesNotMatterForSteady() {
    SteadyState state = SteadyState.of(Kind.STEADY, still(250, i -> wavering(i, 10.7, 10.4)));

    assertThat(state.claim()).isEqualTo(Claim.STEADY);
    assertThat(state.cutSeconds()).isEqualTo(12.5);
    assertThat(SteadyState.of(Kind.STEADY, still(250, i -> wavering(i, 11.9, 10.4))).claim())
        .isEqualTo(Claim.NOT_STEADY);
    assertThat(SteadyState.of(Kind.STEADY, still(250, i -> wavering(i, 8.9, 10.4))).reason())
        .endsWith("before which they were 14 % lower");
  }

  /** From one level to another in the middle, one slot being a little off the next. */
  private static double wavering(int slot, double first, double second) {
    return (slot < 126 ? first : second) + 0.05 * (slot % 3);
  }

  /** From 5 to 6 ms and back, at a level of 5.5. */
  @Test
  void measuresADrift() {
    assertThat(SteadyState.of(Kind.STEADY, still(600, i -> 5 + i / 600.0)).driftPercent())
        .isCloseTo(100 / 5.5, within(0.1));
    assertThat(SteadyState.of(Kind.STEADY, still(600, i -> 6 - i / 600.0)).driftPercent())
        .isCloseTo(-100 / 5.5, within(0.1));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "BURST", "CHANGING"})
  void makesNoClaimForALoadWithoutOneRate(Kind kind) {
    SteadyState state = SteadyState.of(kind, series(25 * SECONDS, i -> 5));

    assertThat(state.claim()).isEqualTo(Claim.NONE);
    assertThat(state.driftPercent()).isNaN();
    assertThat(state.reason()).isEqualTo("only a load that comes at one rate can be steady");
  }

  @Test
  void makesNoClaimForAShortPhase() {
    SteadyState state = steady(199, i -> 5 + i);

    assertThat(state.claim()).isEqualTo(Claim.NONE);
    assertThat(state.cutSeconds()).isNaN();
    assertThat(state.reason()).isEqualTo("19.9 s are too short to be steady: it takes 20 s");
    assertThat(steady(200, i -> 5).claim()).isEqualTo(Claim.STEADY);
  }

  /** Two operations a second leave eight of ten slots empty. */
  @Test
  void makesNoClaimWhereTooLittleCompleted() {
    SteadyState state = SteadyState.of(Kind.STEADY, sparse(250));

    assertThat(state.claim()).isEqualTo(Claim.NONE);
    assertThat(state.reason())
        .isEqualTo("something completed in only 50 of 250 slots: it takes 200");
    assertThat(SteadyState.of(Kind.STEADY, sparse(1_000)).claim()).isEqualTo(Claim.STEADY);
  }

  /** An hour keeps slots of 3.2 s: 1,125 of them. */
  @Test
  void looksAtLongPhasesByWiderSlots() {
    Series hour = new Series(5, 0, series(1_125, i -> i < 100 ? 20 : 5).slots());

    SteadyState state = SteadyState.of(Kind.STEADY, hour);

    assertThat(state.claim()).isEqualTo(Claim.STEADY);
    assertThat(state.cutSeconds()).isCloseTo(320, within(1e-9));
  }

  @Test
  void findsNoDriftWhereNothingTakesAnyTime() {
    assertThat(SteadyState.of(Kind.STEADY, sparse(1_000, 0)).driftPercent()).isZero();
  }

  /**
   * False alarms at 100/s in 20 and 25 s: single answers have a long tail (lognormal, sigma 0.8:
   * P99 is six times the median), ten of them are a slot.
   */
  @Test
  void seldomRejectsALoadWhoseTimesStandStill() {
    int phases = 1_000;
    int rejected = 0;
    var answers = new SimulatedSeries(11);
    for (int n = 0; n < phases; n++) {
      int slots = n % 2 == 0 ? 200 : 250;
      Series series = series(answers, slots, i -> 5);
      rejected += SteadyState.of(Kind.STEADY, series).claim() == Claim.NOT_STEADY ? 1 : 0;
    }

    assertThat(rejected).isLessThanOrEqualTo(phases / 100);
  }

  private interface Level {
    double millis(int slot);
  }

  private static SteadyState steady(int slots, Level level) {
    return SteadyState.of(Kind.STEADY, series(slots, level));
  }

  private static Series series(int slots, Level level) {
    return series(new SimulatedSeries(7), slots, level);
  }

  /** Ten answers in each slot, whose median is the level. */
  private static Series series(SimulatedSeries random, int slots, Level level) {
    double[] answers = random.lognormal(slots * PER_SLOT, 0.8);
    var all = new ArrayList<Slot>();
    for (int i = 0; i < slots; i++) {
      double sum = 0;
      for (int n = 0; n < PER_SLOT; n++) {
        sum += answers[i * PER_SLOT + n];
      }
      all.add(new Slot(PER_SLOT, Math.round(sum * level.millis(i) * 1_000 * MICROS)));
    }
    return new Series(0, 0, all);
  }

  /** One answer in each slot, which takes exactly as long as the level. */
  private static Series still(int slots, Level level) {
    return new Series(
        0,
        0,
        IntStream.range(0, slots)
            .mapToObj(i -> new Slot(1, Math.round(level.millis(i) * 1_000 * MICROS)))
            .toList());
  }

  private static Series sparse(int slots) {
    return sparse(slots, MICROS);
  }

  private static Series sparse(int slots, long nanos) {
    var all = new ArrayList<Slot>();
    for (int i = 0; i < slots; i++) {
      all.add(i % 5 == 0 ? new Slot(1, nanos) : Slot.ZERO);
    }
    return new Series(0, 0, List.copyOf(all));
  }
}
