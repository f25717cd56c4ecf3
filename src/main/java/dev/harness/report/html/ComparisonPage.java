package dev.harness.report.html;

import dev.harness.compare.Comparison;
import dev.harness.report.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** {@code comparison.html}: two runs held against each other, on one page that opens offline. */
public final class ComparisonPage {
  private ComparisonPage() {}

  /**
   * Writes the page to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(Comparison comparison, Path file) throws IOException {
    WholeFile.write(file, text(comparison));
  }

  static String text(Comparison comparison) {
    var page =
        new Page(
            "%s – harness run %s against run %s"
                .formatted(comparison.conclusion(), comparison.candidate(), comparison.base()));
    page.markup().open("main").element("h1", "Run %s".formatted(comparison.candidate()));
    ComparisonPart.write(comparison, page);
    page.markup().close("main");
    return page.text();
  }
}
