package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.report.JsonReport;
import dev.harness.report.SampleRun;
import dev.harness.run.RunRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private final RunRecord run = SampleRun.mixed();

  /** What is foreseen of a run is what its report tells of it. */
  @Test
  void areKnownBeforeARunBegins() {
    assertThat(Circumstances.of(run.plan(), run.host(), run.facts()))
        .isEqualTo(JsonReport.compared(run).circumstances());
  }

  @Test
  void anotherJvmIsToldWithBoth() {
    Circumstances before = Circumstances.of(run.plan(), run.host(), run.facts());
    Circumstances after = Circumstances.of(run.plan(), run.host(), Map.of("jvm", "Some VM 25"));

    assertThat(before.differences(before)).isEmpty();
    assertThat(before.differences(after)).containsExactly("jvm: Some VM 25, before not told");
  }
}
