package dev.harness.embed;

import dev.harness.report.ConsoleReport;
import dev.harness.report.NumberText;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.util.List;

/**
 * What came of it.
 *
 * @param verdict the heaviest of its checks; missing data is never a pass
 * @param exitCode that {@code harness run} would have ended with: 0 passed, 1 failed, 3 nothing can
 *     be concluded, 4 the system could not be used, 70 the harness itself went wrong
 * @param checks in the order in which they ran
 * @param text all of it as a table, as {@code harness run --verbose} prints it
 */
public record Validation(Verdict verdict, int exitCode, List<CheckVerdict> checks, String text) {
  private static final int COLUMNS = 160;

  public Validation {
    checks = List.copyOf(checks);
  }

  static Validation of(RunRecord record) {
    var report = new ConsoleReport(NumberText.of(record), ConsoleReport.Style.PLAIN);
    return new Validation(
        record.verdict(),
        record.exitCode().code(),
        record.results().stream().map(CheckVerdict::of).toList(),
        String.join("\n", report.lines(record, true, COLUMNS)));
  }

  /** Whether every check that applies has passed. */
  public boolean passed() {
    return exitCode == 0;
  }

  /**
   * What was said of one check.
   *
   * @param id as {@code memory/leak}
   * @throws IllegalArgumentException where it did not run
   */
  public CheckVerdict check(String id) {
    return checks.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("%s did not run".formatted(id)));
  }

  /**
   * Throws unless it has passed, with the table as its message: the last line of a test.
   *
   * @throws AssertionError where anything was broken, or could not be concluded
   */
  public void requirePass() {
    if (!passed()) {
      throw new AssertionError(text);
    }
  }

  /** The table. */
  @Override
  public String toString() {
    return text;
  }
}
