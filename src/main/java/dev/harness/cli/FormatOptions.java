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

  /** The files that are asked for, each once. */
  List<ReportFormat.Output> outputs() {
    return formats.stream().distinct().flatMap(format -> format.outputs().stream()).toList();
  }
}
