package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReclaimedTest {
  @Test
  void isTheShareOfWhatWasAllocatedThatCameBack() {
    List<Reclaimed> rounds = List.of(round(10, 110, 90, 30), round(10, 110, 90, 20));

    assertThat(Reclaimed.medianEffectiveness(rounds)).isEqualTo(Figure.of(85, 2));
    assertThat(Reclaimed.medianRecovery(rounds)).isEqualTo(Figure.of(81.25, 2));
  }

  @Test
  void ofTooLittleThereIsNoFigure() {
    assertThat(Reclaimed.medianEffectiveness(List.of(round(10, 20, 20, 10))))
        .isEqualTo(Figure.missing("a round allocated 10.0 MB, too little to judge by"));
  }

  @Test
  void whatWasNotSeenGivesNoFigure() {
    var unseen = Figure.missing("no collection was seen");
    var round = new Reclaimed(Figure.of(1), Figure.of(1e9), Figure.of(1e9), unseen);

    assertThat(Reclaimed.medianRecovery(List.of(round))).isEqualTo(unseen);
    assertThat(Reclaimed.medianRecovery(List.of())).isInstanceOf(Figure.Missing.class);
  }

  private static Reclaimed round(double before, double used, double live, double after) {
    double megabyte = 1 << 20;
    return new Reclaimed(
        Figure.of(before * megabyte),
        Figure.of(used * megabyte),
        Figure.of(live * megabyte),
        Figure.of(after * megabyte));
  }
}
