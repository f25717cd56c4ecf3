package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.random.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairOrderTest {

  @Test
  void eachPairTurnsRound() {
    assertThat(PairOrder.ABBA.baseFirst(5, new Seed(1)))
        .containsExactly(true, false, true, false, true);
  }

  @Test
  void chanceLetsEachBeFirstInHalfOfThePairsInManyOrders() {
    Set<List<Boolean>> orders = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      List<Boolean> order = PairOrder.RANDOM.baseFirst(6, new Seed(seed));
      assertThat(order).hasSize(6).filteredOn(Boolean::booleanValue).hasSize(3);
      assertThat(PairOrder.RANDOM.baseFirst(6, new Seed(seed))).isEqualTo(order);
      orders.add(order);
    }

    // There are 20 of them.
    assertThat(orders).hasSizeGreaterThan(15);
  }
}
