package dev.harness.report;

import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;

/** The command line that runs one check of a run again, with the same loads. */
final class AgainCommand {
  private AgainCommand() {}

  static String of(RunRecord record, CheckResult result) {
    return "harness run %s --profile %s --seed %d --verbose"
        .formatted(
            result.check().options(), record.plan().profile().id(), record.plan().seed().value());
  }
}
