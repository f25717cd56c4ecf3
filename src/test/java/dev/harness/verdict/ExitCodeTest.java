package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

  @Test
  void areOrderedByWeight() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
        .containsExactly(64, 130, 143, 70, 1, 4, 3, 0);
  }

  @Property
  void ofSeveralTheWeightiestIsTold(@ForAll @Size(min = 1, max = 6) List<ExitCode> codes) {
    ExitCode told = ExitCode.of(codes);

    assertThat(codes).contains(told).allMatch(code -> told.compareTo(code) <= 0);
  }

  @Test
  void noneAtAllIsAPass() {
    assertThat(ExitCode.of(List.of())).isEqualTo(ExitCode.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, 0",
    "BREACH, 1",
    "NO_DATA, 3",
    "INCONCLUSIVE, 3",
    "NOT_RUN, 3",
    "ERROR, 4",
  })
  void tellsWhatAVerdictMeans(Verdict verdict, int code) {
    assertThat(ExitCode.of(verdict).code()).isEqualTo(code);
  }
}
