package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
  void firstsAreSpreadEvenlyOverTheWholeTimeHoweverLong() {
    assertThat(firstsOf(4, 4)).containsExactly(0, 1, 2, 3);
    assertThat(firstsOf(4, 5)).containsExactly(0, 2, 4);
    assertThat(firstsOf(4, 9)).containsExactly(0, 4, 8);
    assertThat(firstsOf(4, 1_000)).containsExactly(0, 256, 512, 768);
    assertThat(firstsOf(2, 86_400)).hasSize(2);
  }

  @Test
  void refusesABoundThatHasNoHalf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thinned<Integer>(3, Integer::sum))
        .withMessageContaining("not 3");
  }

  private static List<Integer> firstsOf(int most, int count) {
    Thinned<Integer> thinned = Thinned.ofFirsts(most);
    IntStream.range(0, count).forEach(thinned::add);
    return thinned.values();
  }

  private static Thinned<Integer> of(int n) {
    var thinned = new Thinned<Integer>(4, Integer::sum);
    IntStream.range(0, n).forEach(i -> thinned.add(1));
    return thinned;
  }
}
