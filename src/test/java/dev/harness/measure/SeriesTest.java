package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.measure.Series.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesTest {
  /** Slots of a week. */
  private static final int LAST = 6_048_000;

  @Property
  void nothingIsLostAndTheOrderMakesNoDifference(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = LAST) Integer> starts,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(starts);
    Collections.shuffle(shuffled, random);

    Series sum = sum(starts);

    assertThat(sum(shuffled)).isEqualTo(sum);
    assertThat(sum.plus(Series.ZERO)).isEqualTo(sum);
    assertThat(Series.ZERO.plus(sum)).isEqualTo(sum);
    assertThat(sum.slots().stream().reduce(Slot.ZERO, Slot::plus))
        .isEqualTo(new Slot(3L * starts.size(), 3_000_000L * starts.size()));
    assertThat(sum.slots()).hasSizeLessThanOrEqualTo(Series.MOST_SLOTS);
  }

  @Test
  void aPhaseOfMinutesKeepsSlotsOfATenthOfASecond() {
    Series series = sum(List.of(0, Series.MOST_SLOTS - 2));

    assertThat(series.slotSeconds()).isEqualTo(0.1);
    assertThat(series.slots()).hasSize(Series.MOST_SLOTS);
  }

  @Test
  void aLongerOnePutsNeighboursTogether() {
    Series series = sum(List.of(0, 1, Series.MOST_SLOTS - 1));

    assertThat(series.slotSeconds()).isEqualTo(0.2);
    assertThat(series.slots()).hasSize(Series.MOST_SLOTS / 2 + 1);
    assertThat(series.slots().get(0)).isEqualTo(new Slot(4, 4_000_000));
    assertThat(series.slots().get(1)).isEqualTo(new Slot(2, 2_000_000));
  }

  @Test
  void aMeanIsOfWhatCompleted() {
    assertThat(new Slot(4, 10_000_000).meanMillis()).isEqualTo(2.5);
    assertThat(Slot.ZERO.meanMillis()).isNaN();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Series(-1, 0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Series(0, -1, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Series(0, 1, List.of()));
  }

  private static Series sum(List<Integer> starts) {
    return starts.stream().map(SeriesTest::twoSlots).reduce(Series.ZERO, Series::plus);
  }

  private static Series twoSlots(int first) {
    return Series.of(first, List.of(new Slot(1, 1_000_000), new Slot(2, 2_000_000)));
  }
}
