package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedTest {

  @Test
  void keepsAllWhileThereIsRoom() {
    assertThat(of(4).values()).containsExactly(1, 1, 1, 1);
  }

  @Test
  void putsNeighboursTogetherWhereThereIsNone() {
    assertThat(of(5).values()).containsExactly(2, 2, 1);
    assertThat(of(8).values()).containsExactly(2, 2, 2, 2);
    assertThat(of(9).values()).containsExactly(4, 4, 1);
  }

  /** Whatever their number: none is lost, there is a bound, and all but the last weigh the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 1_001, 4_096})
  void losesNothing(int n) {
    var values = of(n).values();

    assertThat(values).hasSizeLessThanOrEqualTo(4);
    assertThat(values.stream().mapToInt(Integer::intValue).sum()).isEqualTo(n);
    assertThat(values.subList(0, values.size() - 1)).allMatch(it -> it.equals(values.get(0)));
  }

  @Test
  void refusesABoundThatHasNoHalf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thinned<Integer>(3, Integer::sum))
        .withMessageContaining("not 3");
  }

  private static Thinned<Integer> of(int n) {
    var thinned = new Thinned<Integer>(4, Integer::sum);
    IntStream.range(0, n).forEach(i -> thinned.add(1));
    return thinned;
  }
}
