package dev.harness.cli;

import dev.harness.compare.Comparison;
import dev.harness.report.ComparisonReport;
import dev.harness.report.JUnitReport;
import dev.harness.report.JsonReport;
import dev.harness.report.MarkdownReport;
import dev.harness.report.html.ComparisonPage;
import dev.harness.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a run can be reported in, each a file or two in its directory. */
enum ReportFormat {
  JSON,
  HTML,
  JUNIT,
  MARKDOWN,
  CSV;

  /** All of them, as {@code --format} has them. */
  static final String ALL = "json,html,junit,markdown,csv";

  /** Renders a run into a file, or into several at once. */
  @FunctionalInterface
  interface Writing<F> {
    void write(ReportedRun run, F file) throws IOException;
  }

  /**
   * Files of a run's reports that are made together.
   *
   * @param files by name
   * @param writing of those of them that it is given
   */
  record Output(List<String> files, Writing<List<Path>> writing) {}

  List<Output> outputs() {
    return switch (this) {
      case JSON ->
          one("report.json", (run, file) -> JsonReport.write(run.record(), run.comparison(), file));
      case HTML ->
          one("report.html", (run, file) -> HtmlReport.write(run.record(), run.comparison(), file));
      case JUNIT -> one("junit.xml", (run, file) -> JUnitReport.write(run.record(), file));
      case MARKDOWN ->
          one(
              "summary.md",
              (run, file) -> MarkdownReport.write(run.record(), run.comparison(), file));
      case CSV ->
          List.of(new Output(List.of(WindowFiles.TABLE, WindowFiles.LOG), WindowFiles::write));
    };
  }

  /** One file of a comparison. */
  record ComparisonOutput(String file, ComparisonWriting writing) {}

  /** Renders a comparison into a file. */
  @FunctionalInterface
  interface ComparisonWriting {
    void write(Comparison comparison, Path file) throws IOException;
  }

  /** None where there is nothing of it in that format. */
  Optional<ComparisonOutput> ofComparison() {
    return switch (this) {
      case JSON -> Optional.of(new ComparisonOutput("comparison.json", ComparisonReport::json));
      case HTML -> Optional.of(new ComparisonOutput("comparison.html", ComparisonPage::write));
      case MARKDOWN ->
          Optional.of(new ComparisonOutput("comparison.md", ComparisonReport::markdown));
      case JUNIT, CSV -> Optional.empty();
    };
  }

  private static List<Output> one(String name, Writing<Path> writing) {
    return List.of(new Output(List.of(name), (run, files) -> writing.write(run, files.get(0))));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A format by its name. */
  static final class Converter implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String text) {
      return Arrays.stream(values())
          .filter(format -> format.id().equalsIgnoreCase(text.strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown format \"%s\"; there are: %s"
                          .formatted(
                              text,
                              Arrays.stream(values())
                                  .map(ReportFormat::id)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
