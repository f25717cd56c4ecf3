package dev.harness.verdict;

import static dev.harness.verdict.Verdict.BREACH;
import static dev.harness.verdict.Verdict.ERROR;
import static dev.harness.verdict.Verdict.INCONCLUSIVE;
import static dev.harness.verdict.Verdict.NOT_RUN;
import static dev.harness.verdict.Verdict.NO_DATA;
import static dev.harness.verdict.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void nothingIsNotAPass() {
    assertThat(Verdict.of(List.of())).isEqualTo(NO_DATA);
  }

  @Test
  void theHeaviestStandsForAll() {
    assertThat(Verdict.of(List.of(PASS, PASS))).isEqualTo(PASS);
    assertThat(Verdict.of(List.of(PASS, NOT_RUN))).isEqualTo(PASS);
    assertThat(Verdict.of(List.of(PASS, NO_DATA))).isEqualTo(NO_DATA);
    assertThat(Verdict.of(List.of(NO_DATA, INCONCLUSIVE))).isEqualTo(INCONCLUSIVE);
    assertThat(Verdict.of(List.of(BREACH, INCONCLUSIVE, PASS))).isEqualTo(BREACH);
    assertThat(Verdict.of(List.of(BREACH, ERROR, PASS))).isEqualTo(ERROR);
  }

  @Test
  void whatWasNotRunDoesNotPass() {
    assertThat(Verdict.of(List.of(NOT_RUN, NOT_RUN))).isEqualTo(NOT_RUN);
  }

  @Property
  void orderDoesNotMatter(@ForAll @Size(min = 1, max = 8) List<Verdict> verdicts) {
    var reversed = new ArrayList<>(verdicts);
    Collections.reverse(reversed);

    assertThat(Verdict.of(reversed)).isEqualTo(Verdict.of(verdicts));
  }

  @Property
  void onlyPassesAndWhatWasNotRunMakeAPass(@ForAll @Size(min = 1, max = 8) List<Verdict> verdicts) {
    boolean clean = verdicts.contains(PASS) && List.of(PASS, NOT_RUN).containsAll(verdicts);

    assertThat(Verdict.of(verdicts) == PASS).isEqualTo(clean);
  }
}
