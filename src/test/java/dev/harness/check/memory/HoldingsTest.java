package dev.harness.check.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.check.memory.Holdings.Held;
import dev.harness.measure.Figure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldingsTest {
  private final Holdings before = holdings(Figure.of(10), Figure.of(40));

  @Test
  void tellsOfWhatThereIsMoreThanBefore() {
    assertThat(holdings(Figure.of(11), Figure.of(40)).above(before))
        .containsExactly("engines 11, before 10");
  }

  @Test
  void leavesAloneWhatIsBackOrFewer() {
    assertThat(holdings(Figure.of(10), Figure.of(30)).above(before)).isEmpty();
  }

  @Test
  void leavesAloneWhatWaversByItself() {
    assertThat(holdings(Figure.of(10), Figure.of(45)).above(before)).isEmpty();
    assertThat(holdings(Figure.of(10), Figure.of(46)).above(before)).hasSize(1);
  }

  private static Holdings holdings(Figure engines, Figure threads) {
    return new Holdings(Map.of("engines", new Held(engines, 0), "threads", new Held(threads, 5)));
  }
}
