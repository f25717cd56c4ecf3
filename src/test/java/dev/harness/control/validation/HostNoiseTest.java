package dev.harness.control.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Strain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNoiseTest {
  private static final double NONE = Double.NaN;

  @ParameterizedTest
  @CsvSource({
    "2, 0.02, 0.02, 10, 60, OK",
    "2.1, 0.021, 0.021, 10.1, 59.9, DOUBTFUL",
    "10, 0.1, 0.1, 50, 1, DOUBTFUL",
    "10.1, 0.101, 0.101, 50.1, NaN, FAILED"
  })
  void eachHasTwoLimits(
      double lag, double stolen, double throttled, double other, double frequency, State state) {
    List<Finding> findings =
        new HostNoise(lag, new Strain(2, NONE, 0, NONE, stolen, throttled), other, frequency)
            .findings();

    assertThat(findings).hasSize(5).allMatch(finding -> finding.part() == Part.HOST);
    assertThat(findings.subList(0, 4)).extracting(Finding::state).containsOnly(state);
    assertThat(findings.get(4).state()).isEqualTo(state == State.FAILED ? State.OK : state);
  }

  @Test
  void whatCannotBeHadIsSaidAndHeldAgainstNobody() {
    List<Finding> findings = new HostNoise(NONE, Strain.UNKNOWN, NONE, NONE).findings();

    assertThat(findings).allMatch(finding -> finding.state() == State.OK);
    assertThat(findings).allMatch(finding -> finding.text().equals("not available"));
  }
}
