package dev.harness.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
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
    assertThat(SPIKE.nanosAt(500)).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(SPIKE.nanosAt(501)).isEqualTo(Duration.ofMillis(5_001).toNanos());
    assertThat(SPIKE.nanosAt(2_500)).isEqualTo(Duration.ofSeconds(7).toNanos());
  }

  @Test
  void neverGoesBack() {
    long before = 0;
    for (long i = 0; i < SPIKE.count(); i++) {
      assertThat(SPIKE.nanosAt(i)).isGreaterThanOrEqualTo(before);
      before = SPIKE.nanosAt(i);
    }
  }

  @Test
  void refusesToBeEmptyAndToBeAskedBeyondItsEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Stages(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> SPIKE.nanosAt(SPIKE.count()));
  }
}
