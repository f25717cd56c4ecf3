package dev.harness.control.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.check.BuiltInChecks;
import dev.harness.config.ThresholdsFile;
import dev.harness.control.Control;
import dev.harness.control.Controls;
import dev.harness.plan.Profile;
import dev.harness.run.Check;
import dev.harness.time.ManualTicker;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValidationPlanTest {
  /** The program, PostgreSQL and the service start and end, and the machine is looked at. */
  private static final double AROUND_SECONDS = 6;

  private final ValidationPlan whole =
      ValidationPlan.of(
          "limits.json",
          ThresholdsFile.shipped(),
          BuiltInChecks.all(),
          Controls.all(new ManualTicker()));

  @Test
  void goesThroughEveryCheckAndEveryControl() {
    assertThat(Stream.concat(whole.quickChecks().stream(), whole.dryRuns().stream()))
        .extracting(Check::id)
        .containsExactlyInAnyOrderElementsOf(BuiltInChecks.all().stream().map(Check::id).toList());
    assertThat(whole.controls()).hasSameSizeAs(Controls.all(new ManualTicker()));
    assertThat(whole.leftOut()).isEmpty();
  }

  @Test
  void takesTwentySecondsWhereItShouldBeQuick() {
    ValidationPlan quick = whole.quick();

    double checks =
        Stream.concat(quick.quickChecks().stream(), quick.dryRuns().stream())
            .flatMap(check -> check.budget().in(Profile.QUICK).stream())
            .mapToLong(Duration::toSeconds)
            .sum();
    double controls = quick.controls().stream().mapToDouble(Control::seconds).sum();
    assertThat(AROUND_SECONDS + checks + controls).isBetween(15.0, 20.0);
  }

  @Test
  void saysWhatItLeavesOut() {
    ValidationPlan quick = whole.quick();

    assertThat(quick.controls()).isNotEmpty().hasSizeLessThan(whole.controls().size());
    assertThat(quick.leftOut())
        .hasSize(
            whole.dryRuns().size()
                - quick.dryRuns().size()
                + whole.controls().size()
                - quick.controls().size())
        .contains("memory/leak", "connections-kept")
        .doesNotContainAnyElementsOf(
            quick.dryRuns().stream().map(Check::id).map(Object::toString).toList());
  }
}
