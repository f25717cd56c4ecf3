package dev.harness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A journal, as a program that knows nothing of the harness reads it.
 *
 * @param events of its whole lines
 * @param tornBytes after the last line feed
 */
record WrittenJournal(List<JsonNode> events, long tornBytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The only one of a working directory, as far as it is written; empty where there is none yet.
   */
  static WrittenJournal in(Path directory) {
    Path reports = directory.resolve("harness-reports");
    if (!Files.exists(reports)) {
      return new WrittenJournal(List.of(), 0);
    }
    try (Stream<Path> files = Files.find(reports, 2, (path, a) -> path.endsWith("journal.jsonl"))) {
      List<Path> found = files.toList();
      return found.isEmpty() ? new WrittenJournal(List.of(), 0) : read(found.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WrittenJournal read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('\n') + 1;
    var events = new ArrayList<JsonNode>();
    for (String line : text.substring(0, end).lines().toList()) {
      JsonNode event = JSON.readTree(line).path("event");
      if (event.isObject()) {
        events.add(event);
      }
    }
    return new WrittenJournal(events, text.length() - end);
  }

  long count(String kind) {
    return events.stream().filter(event -> is(event, kind)).count();
  }

  /** The checks that have begun, in their order. */
  List<String> started() {
    return events.stream()
        .filter(event -> is(event, "check-started"))
        .map(WrittenJournal::check)
        .toList();
  }

  boolean ended(String check) {
    return events.stream()
        .filter(event -> is(event, "check-ended"))
        .anyMatch(event -> event.path("result").path("check").asText().equals(check));
  }

  /** Operations that were due in the windows of all its phases but warm-ups. */
  long due(String check) {
    Set<String> measured = new LinkedHashSet<>();
    long due = 0;
    for (JsonNode event : events) {
      String phase = event.path("phase").asText();
      if (check(event).equals(check) && is(event, "phase-started")) {
        if (event.path("measured").asBoolean()) {
          measured.add(phase);
        } else {
          measured.remove(phase);
        }
      } else if (check(event).equals(check) && measured.contains(phase)) {
        due += event.at("/window/counts/due").asLong();
      }
    }
    return due;
  }

  private static boolean is(JsonNode event, String kind) {
    return event.path("is").asText().equals(kind);
  }

  private static String check(JsonNode event) {
    return event.path("check").asText();
  }
}
