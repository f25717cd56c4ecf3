package dev.harness.check.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.check.stress.RequestLimit.Served;
import dev.harness.measure.Figure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLimitTest {
  private static final Map<String, Integer> EXACT = Map.of("ann", 5, "bob", 5, "cy", 5, "dee", 5);

  @Test
  void countsUsersWhoWereServedToTheLimit() {
    assertThat(RequestLimit.heldTo(5, List.of(new Served(1.1, EXACT), new Served(1.9, EXACT))))
        .isEqualTo(Figure.of(100, 8));
  }

  @Test
  void countsNobodyWhoWasServedMoreOrLess() {
    Map<String, Integer> unlike = Map.of("ann", 6, "bob", 4, "cy", 5);

    assertThat(RequestLimit.heldTo(5, List.of(new Served(1.1, unlike))))
        .isEqualTo(Figure.of(25, 4));
  }

  /** Served one after the other, more than the limit is no fault. */
  @Test
  void saysNothingOfRequestsThatWereNotAllUnderWayAtOnce() {
    assertThat(RequestLimit.heldTo(5, List.of(new Served(1.1, EXACT), new Served(2, EXACT))))
        .isEqualTo(
            Figure.missing("a burst took 2.0 s: its requests may have come one after the other"));
  }
}
