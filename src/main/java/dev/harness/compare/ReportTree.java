package dev.harness.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A {@code report.json} as the tree that it is, once it is known to be one. */
final class ReportTree {
  /** The newest version of the schema of reports that is read. */
  static final int NEWEST_SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST = 256L << 20;

  private ReportTree() {}

  /**
   * Reads one.
   *
   * @throws InvalidReportException where it is none that this version can read
   * @throws IOException where the file cannot be read
   */
  static JsonNode read(Path report) throws IOException {
    if (Files.size(report) > LONGEST) {
      throw new InvalidReportException("%s: is too large for a report".formatted(report));
    }
    try {
      return require(report.toString(), JSON.readTree(report.toFile()));
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new InvalidReportException(
          "%s:%d:%d: is not JSON, or cut off"
              .formatted(
                  report, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
    }
  }

  /**
   * The same tree.
   *
   * @param name of the report, for whoever has to mend it
   * @throws InvalidReportException where it is no report that this version can read
   */
  static JsonNode require(String name, JsonNode report) {
    JsonNode version = report.path("schema_version");
    if (!version.isInt()
        || !report.path("performance_test_summary").isObject()
        || !report.path("test_suite_results").isObject()) {
      throw new InvalidReportException("%s: is no report of harness".formatted(name));
    }
    if (version.intValue() > NEWEST_SCHEMA) {
      throw new InvalidReportException(
          "%s: is a report of schema version %d, and this harness reads up to %d: use a newer one"
              .formatted(name, version.intValue(), NEWEST_SCHEMA));
    }
    return report;
  }

  /** The parts that tell of a check each. */
  static List<JsonNode> checks(JsonNode report) {
    return StreamSupport.stream(report.path("test_suite_results").spliterator(), false)
        .flatMap(suite -> StreamSupport.stream(suite.path("checks").spliterator(), false))
        .toList();
  }
}
