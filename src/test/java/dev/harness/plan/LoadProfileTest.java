package dev.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.pace.Arrivals;
import dev.harness.pace.Burst;
import dev.harness.pace.Constant;
import dev.harness.pace.Ramp;
import dev.harness.pace.Stages;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.LoadProfile.Open;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadProfileTest {
  private static final Burst BURST = new Burst(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

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
        .withMessage("a closed load lasts more than 0 and at most 7 days, not PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.lasting(1, Duration.ofMillis(-1)))
        .withMessage("a closed load lasts more than 0 and at most 7 days, not PT-0.001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Closed.lasting(1, Duration.ofDays(7).plusNanos(1)))
        .withMessage("a closed load lasts more than 0 and at most 7 days, not PT168H0.000000001S");
  }

  @Test
  void aLoadIsSteadyWhereItComesAtOneRate() {
    var steady = new Constant(100, SECOND);
    var other = new Constant(200, SECOND);

    assertThat(kindOf(steady)).isEqualTo(Kind.STEADY);
    assertThat(kindOf(new Ramp(100, 100, SECOND))).isEqualTo(Kind.STEADY);
    assertThat(kindOf(new Ramp(100, 101, SECOND))).isEqualTo(Kind.CHANGING);
    assertThat(kindOf(Stages.of(steady, steady))).isEqualTo(Kind.STEADY);
    assertThat(kindOf(Stages.of(steady, other, steady))).isEqualTo(Kind.CHANGING);
    assertThat(kindOf(Stages.of(steady, new Burst(1)))).isEqualTo(Kind.CHANGING);
    assertThat(kindOf(Stages.of(new Burst(1), new Burst(1)))).isEqualTo(Kind.BURST);
    assertThat(kindOf(BURST)).isEqualTo(Kind.BURST);
    assertThat(Closed.of(1, 1).kind()).isEqualTo(Kind.CLOSED);
  }

  @ParameterizedTest
  @CsvSource({"CLOSED, false", "BURST, false", "CHANGING, true", "STEADY, true"})
  void onlyWhatComesOverTimeCanBeLate(Kind kind, boolean paced) {
    assertThat(kind.paced()).isEqualTo(paced);
  }

  private static Kind kindOf(Arrivals arrivals) {
    return new Open(arrivals, 1).kind();
  }
}
