package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.measure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on simulated systems, whose capacity is known. */
class CapacitySearchTest {
  private static final CapacitySearch QUICK = new CapacitySearch(100, 12_800, 0.2, 1);
  private static final CapacitySearch THOROUGH = new CapacitySearch(100, 12_800, 0.05, 3);

  private final List<Double> offered = new ArrayList<>();

  @Test
  void doublesUntilItBreaksAndThenHalvesTheGap() {
    Capacity found = QUICK.search(breakingAbove(1_500));

    assertThat(offered)
        .extracting(Math::round)
        .containsExactly(100L, 200L, 400L, 800L, 1_600L, 1_131L, 1_345L);
    assertThat(found.text()).isEqualTo("1,345 was borne, 1,600 was not");
    assertThat(Math.round(value(found.figure()))).isEqualTo(1_345);
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, 117, 500, 1_500, 6_400, 9_999, 12_799})
  void findsASharpLimitToItsPrecision(double capacity) {
    for (CapacitySearch search : List.of(QUICK, THOROUGH)) {
      Capacity found = search.search(breakingAbove(capacity));

      assertThat(found.lower().orElseThrow()).isLessThanOrEqualTo(capacity);
      assertThat(found.upper().orElseThrow()).isGreaterThan(capacity);
      assertThat(found.upper().orElseThrow())
          .isLessThanOrEqualTo(found.lower().orElseThrow() * (1 + search.precision()));
    }
  }

  @Test
  void isContentWithTwoOfThreeTrials() {
    THOROUGH.search(breakingAbove(1_500));

    assertThat(offered.stream().filter(load -> load == 100)).hasSize(2);
  }

  @Test
  void saysOfASystemThatNeverBreaksWhatItHasShown() {
    Capacity found = QUICK.search(breakingAbove(Double.POSITIVE_INFINITY));

    assertThat(found.upper()).isEmpty();
    assertThat(found.figure()).isEqualTo(Figure.of(12_800, 8));
    assertThat(found.text()).isEqualTo("12,800, the highest that was offered, was borne");
  }

  @Test
  void hasNoFigureForASystemThatBearsNothing() {
    Capacity found = QUICK.search(breakingAbove(0));

    assertThat(offered).containsExactly(100.0);
    assertThat(found.lower()).isEmpty();
    assertThat(found.figure()).isEqualTo(Figure.missing("not even 100 was borne"));
  }

  @Test
  void goesNoFurtherThanTheGeneratorCan() {
    DoubleFunction<Trial> target = breakingAbove(5_000);

    Capacity found = QUICK.search(load -> load > 1_000 ? Trial.UNFIT : target.apply(load));

    assertThat(value(found.figure())).isBetween(833.0, 1_000.0);
    assertThat(found.upper()).isEmpty();
    assertThat(found.text()).contains("the generator could not offer");
  }

  @Test
  void hasNoFigureWhereTheGeneratorCannotOfferAnything() {
    Capacity found = QUICK.search(load -> Trial.UNFIT);

    assertThat(found.figure())
        .isEqualTo(Figure.missing("the generator could not offer even the lowest load"));
  }

  /**
   * One trial in twenty goes wrong. Two of three must: that makes 0.7 % of the levels, of which a
   * search has about ten.
   */
  @Test
  void isNotMisledByATrialThatGoesWrong() {
    var random = new Random(7);
    int right = 0;
    for (int i = 0; i < 500; i++) {
      Capacity found =
          THOROUGH.search(
              load -> {
                boolean borne = load <= 1_500;
                return borne == random.nextDouble() > 0.05 ? Trial.BORNE : Trial.BROKEN;
              });
      double lower = found.lower().orElse(0);
      right += lower <= 1_500 && lower > 1_500 / 1.05 ? 1 : 0;
    }

    assertThat(right).isGreaterThan(440);
  }

  /** From 1,200 to 1,800 it fails ever more often: whatever is found lies there. */
  @Test
  void endsWithinTheRangeInWhichASystemWavers() {
    var random = new Random(11);
    for (int i = 0; i < 200; i++) {
      Capacity found =
          THOROUGH.search(
              load -> random.nextDouble() < (1_800 - load) / 600 ? Trial.BORNE : Trial.BROKEN);

      assertThat(found.lower().orElseThrow()).isBetween(1_100.0, 1_800.0);
      assertThat(found.upper().orElseThrow()).isBetween(1_200.0, 1_900.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 1345", "1345, 1345", "1600, 1345", "9000, 1345"})
  void holdsAgainstALimitThatIsKeptOrBroken(double limit, long figure) {
    Capacity found = QUICK.search(breakingAbove(1_500));

    assertThat(Math.round(value(found.figure(limit)))).isEqualTo(figure);
  }

  @Test
  void saysNothingOfALimitBetweenItsBounds() {
    Capacity found = QUICK.search(breakingAbove(1_500));

    assertThat(found.figure(1_400)).isEqualTo(Figure.missing("1,345 was borne, 1,600 was not"));
  }

  @Test
  void saysNothingOfALimitBeyondWhatWasOffered() {
    Capacity found = QUICK.search(breakingAbove(Double.POSITIVE_INFINITY));

    assertThat(found.figure(20_000)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void breaksALimitWhereNothingWasBorne() {
    assertThat(value(QUICK.search(breakingAbove(0)).figure(200))).isZero();
  }

  @Test
  void saysWhatASearchNeeds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CapacitySearch(0, 10, 0.1, 1))
        .withMessage("a search goes from above 0 to at least that, not from 0.0 to 10.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new CapacitySearch(10, 9, 0.1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CapacitySearch(1, 10, 0, 1))
        .withMessage("a precision is above 0, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CapacitySearch(1, 10, 0.1, 2))
        .withMessage("an odd number of trials, not 2");
  }

  /** What a trial shows where the generator was late, or did not offer what was due. */
  @ParameterizedTest
  @CsvSource({
    "true, false, false, BORNE",
    "false, false, false, BROKEN",
    "true, true, false, BORNE",
    "false, true, false, UNFIT",
    "true, false, true, UNFIT",
    "false, false, true, UNFIT"
  })
  void takesNoTrialForMoreThanItShows(boolean kept, boolean late, boolean spoiled, Trial trial) {
    var fitness =
        new Fitness(
            late ? Optional.of("late") : Optional.empty(),
            spoiled ? Optional.of("not offered") : Optional.empty(),
            List.of());

    assertThat(Trial.of(kept, fitness)).isEqualTo(trial);
  }

  private DoubleFunction<Trial> breakingAbove(double capacity) {
    return load -> {
      offered.add(load);
      return load <= capacity ? Trial.BORNE : Trial.BROKEN;
    };
  }

  private static double value(Figure figure) {
    return ((Figure.Measured) figure).value();
  }
}
