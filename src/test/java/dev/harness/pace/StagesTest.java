package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StagesTest {
  private static final Stages SPIKE =
      Stages.of(
          new Constant(100, Duration.ofSeconds(5)),
          new Constant(1_000, Duration.ofSeconds(2)),
          new Constant(100, Duration.ofSeconds(5)));

  @Test
  void bringsAllThatItsStagesBring() {
    assertThat(SPIKE.count()).isEqualTo(500 + 2_000 + 500);
    assertThat(SPIKE.durationNanos()).isEqualTo(Duration.ofSeconds(12).toNanos());
  }

  @Test
  void beginsEachStageWhereTheOneBeforeEnds() {
    assertThat(SPIKE.nanosAt(499)).isEqualTo(Duration.ofMillis(4_990).toNanos());
    assertThat(SPIKE.nanosAt(500)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(SPIKE.nanosAt(501)).isEqualTo(Duration.ofMillis(5_001).toNanos());
    assertThat(SPIKE.nanosAt(2_499)).isEqualTo(Duration.ofMillis(6_999).toNanos());
    assertThat(SPIKE.nanosAt(2_500)).isEqualTo(Duration.ofSeconds(7).toNanos());
  }

  /** Each stage rounds to whole operations: half an operation each is what they may be apart. */
  @Property
  void bringsTheIntegralOfItsRates(@ForAll("stages") List<Ramp> stages) {
    double integral =
        stages.stream()
            .mapToDouble(ramp -> (ramp.from() + ramp.to()) / 2 * ramp.duration().toNanos() / 1e9)
            .sum();

    assertThat((double) new Stages(List.copyOf(stages)).count())
        .isCloseTo(integral, within(0.501 * stages.size()));
  }

  @Property
  void asksEachStageForItsOwnTimes(@ForAll("stages") List<Ramp> stages) {
    var all = new Stages(List.copyOf(stages));
    long index = 0;
    long start = 0;
    for (Ramp stage : stages) {
      for (long own : new long[] {0, stage.count() / 2, stage.count() - 1}) {
        assertThat(all.nanosAt(index + own)).isEqualTo(start + stage.nanosAt(own));
      }
      index += stage.count();
      start += stage.durationNanos();
    }
    assertThat(all.count()).isEqualTo(index);
    assertThat(all.durationNanos()).isEqualTo(start);
  }

  @Property
  void neverGoesBackNorBeyondItsEnd(@ForAll("stages") List<Ramp> stages) {
    var all = new Stages(List.copyOf(stages));

    assertThat(LongStream.range(0, all.count()).map(all::nanosAt).toArray()).isSorted();
    assertThat(all.nanosAt(all.count() - 1)).isLessThanOrEqualTo(all.durationNanos());
  }

  @Test
  void takesABurstAsAStageWithoutTime() {
    var shock = Stages.of(new Constant(10, Duration.ofSeconds(1)), new Burst(5), new Burst(5));

    assertThat(shock.count()).isEqualTo(20);
    assertThat(LongStream.range(10, 20).map(shock::nanosAt)).containsOnly(1_000_000_000L);
  }

  @Test
  void refusesToBeEmptyOrTooLongAndToBeAskedBeyondItsEnds() {
    var week = new Constant(1, Duration.ofDays(7));

    assertThatIllegalArgumentException().isThrownBy(() -> new Stages(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stages.of(week, new Constant(1, Duration.ofSeconds(1))))
        .withMessage("stages last at most 7 days together, not PT168H1S");
    assertThat(Stages.of(week, new Burst(1)).durationNanos()).isEqualTo(week.durationNanos());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SPIKE.nanosAt(SPIKE.count()))
        .withMessage("arrival 3000 of 3000");
    assertThatIllegalArgumentException().isThrownBy(() -> SPIKE.nanosAt(-1));
  }

  /** Of at least one operation each: a stage of less brings one all the same. */
  @Provide
  Arbitrary<List<Ramp>> stages() {
    Arbitrary<Double> rate = Arbitraries.doubles().between(1, 2_000);
    Arbitrary<Integer> millis = Arbitraries.integers().between(1_000, 3_000);
    return Combinators.combine(rate, rate, millis)
        .as((from, to, ms) -> new Ramp(from, to, Duration.ofMillis(ms)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
