package dev.harness.check.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.run.Findings;
import dev.harness.run.drive.SimulatedServer;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.ServiceLevel;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole load of the check, on simulated servers whose capacity is known. */
class RampUpTest {
  private static final ServiceLevel PROMISED = new ServiceLevel(90, 500);

  @Test
  void reachesTheLastStepThatAServerBears() {
    // 650 a second: at 700 it falls behind by 50 in each of two seconds, and that is still in time.
    Findings findings = ramp(Duration.ofNanos(1_538_000));

    assertThat(reached(findings)).isEqualTo(700);
    assertThat(findings.notes().get(0)).startsWith("limits broke at 800/s: P95 was ");
    assertThat(verdict(findings)).isEqualTo(Verdict.PASS);
  }

  @Test
  void reachesTheHighestStepWhereNothingBreaks() {
    Findings findings = ramp(Duration.ofMillis(1));

    assertThat(reached(findings)).isEqualTo(1_000);
    assertThat(findings.notes()).containsExactly("no limit broke up to the highest rate");
  }

  @Test
  void breaksItsLimitWhereNotEvenTheFirstStepIsBorne() {
    Findings findings = ramp(Duration.ofMillis(20));

    assertThat(reached(findings)).isZero();
    assertThat(verdict(findings)).isEqualTo(Verdict.BREACH);
  }

  private static Findings ramp(Duration perRequest) {
    return RampUp.findings(
        SimulatedLoad.drive(
            RampUp.arrivals(2), loops -> SimulatedServer.patient(loops, perRequest)),
        2,
        PROMISED);
  }

  private static double reached(Findings findings) {
    return findings.figures().values().stream()
        .map(figure -> ((Figure.Measured) figure).value())
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(Findings findings) {
    return new Evaluator(new Thresholds(Map.of()))
        .judge(new RampUp().criteria(), findings.figures())
        .get(0)
        .verdict();
  }
}
