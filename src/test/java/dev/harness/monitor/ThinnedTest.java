package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinnedTest {

  @Test
  void keepsAllWhileThereIsRoom() {
    assertThat(of(4, 4)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void isSpreadEvenlyOverTheWholeTimeHoweverLong() {
    assertThat(of(4, 5)).containsExactly(0, 2, 4);
    assertThat(of(4, 9)).containsExactly(0, 4, 8);
    assertThat(of(4, 1_000)).containsExactly(0, 256, 512, 768);
  }

  @Test
  void countsWhatItDoesNotKeep() {
    var values = new Thinned<Integer>(2);
    IntStream.range(0, 86_400).forEach(values::add);

    assertThat(values.seen()).isEqualTo(86_400);
    assertThat(values.kept()).hasSize(2);
  }

  @Test
  void refusesWhatCannotBeHalved() {
    assertThatThrownBy(() -> new Thinned<>(3))
        .hasMessage("an even number of values is kept, not 3");
  }

  private static List<Integer> of(int most, int count) {
    var values = new Thinned<Integer>(most);
    IntStream.range(0, count).forEach(values::add);
    return values.kept();
  }
}
