package dev.harness.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a run is reported in. */
@Command
final class FormatOptions {
  @Option(
      names = "--format",
      split = ",",
      paramLabel = "NAME",
      converter = ReportFormat.Converter.class,
      defaultValue = ReportFormat.ALL,
      description = "Which reports to write (default: ${DEFAULT-VALUE}).")
  private List<ReportFormat> formats = List.of();

  /** The files of a run that are asked for, each once. */
  List<ReportFormat.Output> outputs() {
    return formats.stream().distinct().flatMap(format -> format.outputs().stream()).toList();
  }

  /**
   * The same of a comparison.
   *
   * @throws UsageException where none of the formats is one of those
   */
  List<ReportFormat.ComparisonOutput> ofComparisons() {
    var outputs =
        formats.stream().distinct().flatMap(format -> format.ofComparison().stream()).toList();
    if (outputs.isEmpty()) {
      throw new UsageException("--format: a comparison is written as json, html or markdown");
    }
    return outputs;
  }
}
