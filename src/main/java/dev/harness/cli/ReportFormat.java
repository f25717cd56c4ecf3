package dev.harness.cli;

import dev.harness.compare.Comparison;
import dev.harness.journal.InvalidJournalException;
import dev.harness.journal.JournalFile;
import dev.harness.report.ComparisonReport;
import dev.harness.report.JUnitReport;
import dev.harness.report.JsonReport;
import dev.harness.report.LatencyLog;
import dev.harness.report.MarkdownReport;
import dev.harness.report.WholeFile;
import dev.harness.report.WindowsCsv;
import dev.harness.report.html.ComparisonPage;
import dev.harness.report.html.HtmlReport;
import dev.harness.run.RunEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  /** Renders a run into a file. */
  @FunctionalInterface
  interface Writing {
    void write(ReportedRun run, Path file) throws IOException;
  }

  /** One file of a run's reports. */
  record Output(String file, Writing writing) {}

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
          List.of(
              new Output("windows.csv", ReportFormat::windows),
              new Output("latency.hlog", ReportFormat::latencies));
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

  private static List<Output> one(String file, Writing writing) {
    return List.of(new Output(file, writing));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void windows(ReportedRun run, Path file) throws IOException {
    WholeFile.write(
        file,
        target -> {
          try (var out = Files.newBufferedWriter(target)) {
            tell(run, new WindowsCsv(out));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private static void latencies(ReportedRun run, Path file) throws IOException {
    WholeFile.write(
        file,
        target -> {
          try (var out =
              new PrintStream(Files.newOutputStream(target), false, StandardCharsets.UTF_8)) {
            tell(run, new LatencyLog(out));
            if (out.checkError()) {
              throw new IOException("it cannot be written to its end");
            }
          }
        });
  }

  /** Tells the whole run once more, as it stands in its journal. */
  private static void tell(ReportedRun run, RunEvents.Judge listener) throws IOException {
    try {
      JournalFile.read(run.journal(), run.known(), List.of(listener));
    } catch (InvalidJournalException e) {
      throw new IOException(e.getMessage(), e);
    }
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
