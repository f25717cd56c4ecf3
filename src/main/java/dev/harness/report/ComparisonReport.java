package dev.harness.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.compare.Comparison;
import dev.harness.compare.InvalidReportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code comparison.json} and {@code comparison.md}: two runs held against each other. */
public final class ComparisonReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ComparisonReport() {}

  /**
   * Writes it for programs.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void json(Comparison comparison, Path file) throws IOException {
    WholeFile.write(file, json(comparison));
  }

  static String json(Comparison comparison) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("schema_version", JsonReport.SCHEMA_VERSION);
    ComparisonJson.write(comparison, root);
    return JSON.writeValueAsString(root) + "\n";
  }

  /**
   * Writes it for a pull request.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void markdown(Comparison comparison, Path file) throws IOException {
    WholeFile.write(file, String.join("\n", ComparisonText.markdown(comparison)) + "\n");
  }

  /**
   * What a run was held against, as its report tells it; empty where it was not.
   *
   * @param report {@code report.json} of the run
   * @throws InvalidReportException where that is none
   * @throws IOException where it cannot be read
   */
  public static Optional<Comparison> ofTheRun(Path report) throws IOException {
    try {
      JsonNode comparison = JSON.readTree(report.toFile()).path("comparison");
      return comparison.isObject()
          ? Optional.of(ComparisonJson.read(comparison))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new InvalidReportException("%s: is no report of harness".formatted(report));
    }
  }
}
