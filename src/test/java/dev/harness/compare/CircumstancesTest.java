package dev.harness.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.report.JsonReport;
import dev.harness.report.SampleRun;
import dev.harness.run.RunRecord;
import java.io.IOException;
import java.util.List;
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

  @Test
  void anotherSystemIsToldByItsName() {
    Circumstances before = Circumstances.of(run.plan(), run.host(), Map.of());
    Circumstances after =
        Circumstances.of(run.plan(), run.host(), Map.of("context_system", "com.example.Sessions"));

    assertThat(before.differences(after))
        .containsExactly("context_system: com.example.Sessions, before not told");
  }

  /** A check that comes with the harness is known by its name, whatever its words become. */
  @Test
  void anotherScenarioByTheSameNameIsTold() throws IOException {
    ComparedRun before = run("plan/ask", "100/s for 10s: ask");
    ComparedRun after = run("plan/ask", "50/s for 10s: ask, look");

    Comparison comparison = Comparer.compare(before, after, List.of(), false);

    assertThat(comparison.differences())
        .containsExactly("load of plan/ask: 50/s for 10s: ask, look, before 100/s for 10s: ask");
    assertThat(comparison.conclusion()).isEqualTo(Change.INCONCLUSIVE);
    assertThat(
            run("load/ramp", "a ramp")
                .circumstances()
                .differences(run("load/ramp", "a rate that rises").circumstances()))
        .isEmpty();
  }

  private static ComparedRun run(String check, String load) throws IOException {
    return ComparedRun.of(
        "report",
        new ObjectMapper()
            .readTree(
                """
                {"schema_version": 1, "performance_test_summary": {},
                 "test_suite_results": {"any": {"checks": [{"check": "%s", "load": "%s"}]}}}
                """
                    .formatted(check, load)));
  }
}
