package dev.harness.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.compare.InvalidReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The report of a {@code harness monitor}, as it stands in its file. What is missing from it is
 * shown as missing.
 *
 * @param root of its JSON
 */
public record WrittenMonitor(JsonNode root) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUMMARY = "monitoring_summary";
  private static final List<String> HEALTH = List.of("healthy", "warning", "critical");

  /** Larger than any that a monitor writes. */
  private static final long MOST_BYTES = 64 << 20;

  /**
   * One that can be shown.
   *
   * @throws InvalidReportException where it is none of a monitor
   */
  public WrittenMonitor {
    if (!root.path(SUMMARY).isObject()) {
      throw new InvalidReportException("is no report of a monitor: it has no " + SUMMARY);
    }
    String health = root.at("/system_health/status").asText();
    if (!HEALTH.contains(health)) {
      throw new InvalidReportException(
          "is no report of a monitor: system_health.status is one of %s, not \"%s\""
              .formatted(String.join(", ", HEALTH), health));
    }
  }

  /**
   * Reads it.
   *
   * @throws InvalidReportException where it is none of a monitor
   * @throws IOException where the file cannot be read
   */
  public static WrittenMonitor read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new InvalidReportException(
          "is no report of a monitor: it has more than %d MB".formatted(MOST_BYTES >> 20));
    }
    try {
      return new WrittenMonitor(JSON.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      throw new InvalidReportException("is no report of a monitor: it is no JSON");
    }
  }

  /** How what was watched is: healthy, warning or critical. */
  public String health() {
    return root.at("/system_health/status").asText();
  }

  /** The exit code of a monitor that found that: 0, 1 or 2. */
  public int exitCode() {
    return HEALTH.indexOf(health());
  }

  /** When it began, as it was written. */
  public String started() {
    return summary().path("timestamp").asText();
  }

  /** What was watched, for how long, and how often it was looked at. */
  public String extent() {
    int processes = summary().path("processes").asInt();
    String watched =
        processes == 0 ? "The host" : "The host and %d of its processes".formatted(processes);
    return "%s watched for %.1f s, %,d looks%s"
        .formatted(
            watched,
            summary().path("duration_seconds").asDouble(),
            summary().path("samples").asLong(),
            summary().path("partial").asBoolean() ? "; it was cut short" : "");
  }

  private JsonNode summary() {
    return root.path(SUMMARY);
  }

  /** Why it is not healthy, gravest first; none where it is. */
  public List<String> reasons() {
    return texts("/system_health/reasons");
  }

  public List<String> advice() {
    return texts("/recommendations");
  }

  private List<String> texts(String place) {
    return elements(root.at(place)).stream().map(JsonNode::asText).toList();
  }

  /** What stands in an array. */
  public static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
