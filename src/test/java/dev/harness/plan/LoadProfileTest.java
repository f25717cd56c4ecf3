package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.pace.Burst;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadProfileTest {
  private static final Burst BURST = new Burst(1);

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_001})
  void refusesSlotsOutOfRange(int slots) {
    String message = "1 to 100,000 operations in flight, not " + slots;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Open(BURST, slots))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.of(slots, 10))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void hasItsBoundsWithinReach(int slots) {
    assertThat(new Open(BURST, slots).slots()).isEqualTo(slots);
    assertThat(Closed.of(slots, 10).slots()).isEqualTo(slots);
  }

  @Test
  void aClosedLoadHasOperationsAndTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.of(1, 0))
        .withMessage("a closed load has at least 1 operation, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.lasting(1, Duration.ZERO))
        .withMessage("a closed load lasts more than 0, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.lasting(1, Duration.ofMillis(-1)))
        .withMessage("a closed load lasts more than 0, not PT-0.001S");
  }
}
