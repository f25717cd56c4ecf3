package dev.harness.cli;

import dev.harness.run.Check;
import dev.harness.run.RunRecord;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A run that is to be reported.
 *
 * @param journal where its windows stand one by one
 * @param known all checks there are: a journal has only their ids
 */
record ReportedRun(RunRecord record, Path journal, Collection<Check> known) {}
