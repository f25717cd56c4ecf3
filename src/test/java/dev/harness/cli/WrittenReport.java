package dev.harness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A {@code report.json}, as a program that knows nothing of the harness reads it. */
final class WrittenReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WrittenReport() {}

  /** The only one of a working directory. */
  static JsonNode in(Path directory) throws IOException {
    return read(file(directory));
  }

  /** The only one in a directory of reports. */
  static JsonNode under(Path reports) throws IOException {
    return read(only(reports));
  }

  /** Where the only one of a working directory is. */
  static Path file(Path directory) throws IOException {
    return only(directory.resolve("harness-reports"));
  }

  private static Path only(Path reports) throws IOException {
    try (Stream<Path> runs = Files.list(reports)) {
      return runs.reduce(
              (one, other) -> {
                throw new AssertionError("two runs: " + one + " and " + other);
              })
          .orElseThrow()
          .resolve("report.json");
    }
  }

  static JsonNode read(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  /** The part that tells of a check. */
  static JsonNode check(JsonNode report, String id) {
    JsonNode suite = report.path("test_suite_results").path(id.split("/", 2)[0]);
    for (JsonNode check : suite.path("checks")) {
      if (check.path("check").asText().equals(id)) {
        return check;
      }
    }
    throw new AssertionError("no check " + id + " in " + report);
  }

  /** The value of a figure of a check. */
  static double figure(JsonNode report, String check, String metric) {
    JsonNode value = check(report, check).path("figures").path(metric).path("value");
    if (!value.isNumber()) {
      throw new AssertionError("no figure " + metric + " in " + check(report, check));
    }
    return value.asDouble();
  }
}
