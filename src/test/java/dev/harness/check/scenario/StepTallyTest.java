package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.plan.WindowMetric.Rate;
import org.junit.jupiter.api.Test;

class StepTallyTest {

  @Test
  void fiveRequestsMakeNeitherASuccessRateNorAnErrorRate() {
    StepTally five = completed(5);

    for (Rate rate : new Rate[] {Rate.SUCCESS_RATE, Rate.ERROR_RATE}) {
      assertThat(LoadFigures.figure(rate, five, five.times()))
          .isEqualTo(Figure.missing("it takes 59 operations, there are 5"));
    }
  }

  @Test
  void enoughOfThemAreAShare() {
    StepTally hundred = completed(99);
    hundred.add(Outcome.failed("status-500"), 1);

    assertThat(hundred.successPercent()).isEqualTo(Figure.share(99, 100));
    assertThat(LoadFigures.figure(Rate.ERROR_RATE, hundred, hundred.times()))
        .isEqualTo(Figure.share(1, 100));
  }

  private static StepTally completed(int times) {
    var tally = new StepTally();
    for (int i = 0; i < times; i++) {
      tally.add(Outcome.COMPLETED, 1_000);
    }
    return tally;
  }
}
