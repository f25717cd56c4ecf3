package dev.harness.cli;

import dev.harness.compare.Circumstances;
import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparer;
import dev.harness.compare.Comparison;
import dev.harness.report.JsonReport;
import dev.harness.run.RunRecord;
import java.nio.file.Path;
import java.util.List;

/** The earlier run that {@code harness run} is held against. */
record Baseline(Path place, ComparedRun run) {

  /**
   * Reads it.
   *
   * @throws UsageException where there is none, or none that anything could be concluded from
   */
  static Baseline read(Path place) {
    var baseline = new Baseline(place, RunFiles.one(place));
    // What would keep a run from being compared with itself keeps any other.
    List<String> remarks = baseline.against(baseline.run()).remarks();
    if (!remarks.isEmpty()) {
      throw baseline.refused(String.join("; ", remarks));
    }
    return baseline;
  }

  /**
   * Refuses a run that could not be compared with it, before it takes any time.
   *
   * @throws UsageException which says in what it would differ
   */
  void requireLike(Circumstances planned) {
    List<String> differences = run.circumstances().differences(planned);
    if (!differences.isEmpty()) {
      throw refused("not the same " + String.join("; not the same ", differences));
    }
  }

  Comparison against(RunRecord record) {
    return against(JsonReport.compared(record));
  }

  private Comparison against(ComparedRun later) {
    return Comparer.compare(run, later, List.of(), false);
  }

  private UsageException refused(String why) {
    return new UsageException(
        "--baseline %s: nothing could be concluded: %s".formatted(place, why));
  }
}
