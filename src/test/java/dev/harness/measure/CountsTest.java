package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void addsEachOutcomeToItsOwn() {
    assertThat(new Counts(1, 2, 3, 4, 5, 6, 7, 8).plus(new Counts(10, 20, 30, 40, 50, 60, 70, 80)))
        .isEqualTo(new Counts(11, 22, 33, 44, 55, 66, 77, 88));
  }

  @Property
  void zeroChangesNothing(@ForAll("counts") Counts a) {
    assertThat(a.plus(Counts.ZERO)).isEqualTo(a);
    assertThat(Counts.ZERO.plus(a)).isEqualTo(a);
  }

  @Property
  void mayBeAddedInAnyOrder(
      @ForAll("counts") Counts a, @ForAll("counts") Counts b, @ForAll("counts") Counts c) {
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
  }

  @Test
  void areConservedWhereEachOperationHasOneOutcome() {
    assertThat(new Counts(28, 1, 2, 3, 4, 5, 6, 7).conserved()).isTrue();
    assertThat(new Counts(29, 1, 2, 3, 4, 5, 6, 7).conserved()).isFalse();
    assertThat(new Counts(27, 1, 2, 3, 4, 5, 6, 7).conserved()).isFalse();
    assertThat(Counts.ZERO.conserved()).isTrue();
  }

  @Test
  void successIsCompletedOfDue() {
    assertThat(new Counts(8, 6, 1, 1, 0, 0, 0, 0).successPercent()).isEqualTo(75);
  }

  @Test
  void thereIsNoSuccessRateOfNothing() {
    assertThat(Counts.ZERO.successPercent()).isNaN();
  }

  @Provide
  Arbitrary<Counts> counts() {
    return Arbitraries.longs()
        .between(0, 1L << 40)
        .array(long[].class)
        .ofSize(8)
        .map(n -> new Counts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]));
  }
}
