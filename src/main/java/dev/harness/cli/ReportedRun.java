package dev.harness.cli;

import dev.harness.compare.Comparison;
import dev.harness.run.Check;
import dev.harness.run.RunRecord;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A run that is to be reported.
 *
 * @param comparison with an earlier run, where it was held against one
 * @param journal where its windows stand one by one
 * @param known all checks there are: a journal has only their ids
 */
record ReportedRun(
    RunRecord record, Optional<Comparison> comparison, Path journal, Collection<Check> known) {

  /** The same with more faults. */
  ReportedRun with(List<String> faults) {
    return new ReportedRun(record.with(faults), comparison, journal, known);
  }
}
