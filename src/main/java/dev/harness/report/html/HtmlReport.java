package dev.harness.report.html;

import dev.harness.compare.Comparison;
import dev.harness.report.NumberText;
import dev.harness.report.WholeFile;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code report.html}: the whole run on one page. On top the verdict and why; then checks with
 * figure, limit and margin; then what changed since the baseline, where there is one; then each
 * check with its charts; then what it ran on. Without scripts the charts are missing, and every
 * table is there.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the page to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(RunRecord record, Optional<Comparison> comparison, Path file)
      throws IOException {
    WholeFile.write(file, text(record, comparison));
  }

  static String text(RunRecord record, Optional<Comparison> comparison) {
    NumberText numbers = NumberText.of(record);
    var page =
        new Page("%s – harness run %s".formatted(record.verdict().status(), record.plan().runId()));
    Markup markup = page.markup();
    markup.element("a", "To the checks", "class", "skip", "href", "#checks");
    VerdictPart.write(record, numbers, markup);
    markup.open("main");
    ChecksPart.write(record, numbers, markup);
    comparison.ifPresent(it -> ComparisonPart.write(it, page));
    markup
        .open("section", "aria-labelledby", "details")
        .element("h2", "Check by check", "id", "details")
        .open("noscript")
        .element("p", "Charts need JavaScript; all figures are in the tables.")
        .close("noscript");
    for (CheckResult result : record.results()) {
      new CheckPart(record, result, numbers, page).write();
    }
    markup.close("section");
    EnvironmentPart.write(record, markup);
    markup.close("main");
    return page.text();
  }
}
