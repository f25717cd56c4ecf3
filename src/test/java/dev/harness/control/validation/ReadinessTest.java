package dev.harness.control.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.verdict.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Finding WELL = Finding.ok(Part.HOST, "steal", "0 %");
  private static final Finding DOUBT = Finding.doubtful(Part.HOST, "other load", "20 %");
  private static final Finding MISSED = Finding.failed(Part.CONTROLS, "limit-race", "not caught");
  private static final Finding GONE = Finding.unreachable(Part.DEPENDENCIES, "PostgreSQL", "gone");

  @Test
  void doubtsAreNamedAndEndNothing() {
    Readiness readiness = of(WELL, DOUBT);

    assertThat(readiness.valid()).isTrue();
    assertThat(readiness.exitCode()).isEqualTo(ExitCode.PASSED);
    assertThat(readiness.reasons()).containsExactly(DOUBT);
    assertThat(readiness.parts()).containsOnly(Map.entry(Part.HOST, State.DOUBTFUL));
  }

  @Test
  void aControlThatIsMissedMakesAllOfItInvalid() {
    Readiness readiness = of(WELL, DOUBT, MISSED);

    assertThat(readiness.valid()).isFalse();
    assertThat(readiness.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(readiness.reasons()).containsExactly(MISSED, DOUBT);
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsToldAsThat() {
    assertThat(of(WELL, GONE, MISSED).exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void oneThatWasCutShortIsNotValid() {
    var readiness = new Readiness(List.of(WELL), Optional.of(ExitCode.INTERRUPTED));

    assertThat(readiness.valid()).isFalse();
    assertThat(readiness.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  private static Readiness of(Finding... findings) {
    return new Readiness(List.of(findings), Optional.empty());
  }
}
