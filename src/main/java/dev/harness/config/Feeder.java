package dev.harness.config;

import dev.harness.config.Located.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file with a row for each user: CSV with a line of names, or a JSON array of objects. */
final class Feeder {
  private static final int MOST_BYTES = 64 << 20;

  private final String file;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private Feeder(String file) {
    this.file = file;
  }

  /**
   * Reads all rows.
   *
   * @param called what messages call the file
   * @throws InvalidFileException where it cannot be read or a row is not like the others; values
   *     are not told
   */
  static List<Map<String, String>> read(Path path, String called) {
    byte[] text = SmallFile.read(path, "feeder", MOST_BYTES);
    var feeder = new Feeder(called);
    if (path.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      feeder.readJson(text);
    } else {
      feeder.readCsv(new String(text, StandardCharsets.UTF_8));
    }
    if (feeder.rows.isEmpty()) {
      throw feeder.invalid(new Position(1, 1), "there is no user in it");
    }
    return feeder.rows;
  }

  private void readCsv(String text) {
    List<CsvLines.Line> lines = CsvLines.of(text);
    if (lines.isEmpty()) {
      return;
    }
    List<String> names = lines.get(0).values();
    for (CsvLines.Line line : lines.subList(1, lines.size())) {
      if (line.values().size() != names.size()) {
        throw invalid(
            new Position(line.number(), 1),
            "%d values, where line 1 has %d names".formatted(line.values().size(), names.size()));
      }
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i).strip(), line.values().get(i));
      }
      rows.add(row);
    }
  }

  private void readJson(byte[] text) {
    var reader = new Reader(file);
    Located root = Document.parse(file, text, Notation.JSON);
    for (Located item : reader.items("a feeder", root, "objects")) {
      var row = new LinkedHashMap<String, String>();
      reader
          .members("a user", item)
          .forEach(
              (name, member) ->
                  reader.scalar(name, member.value()).ifPresent(value -> row.put(name, value)));
      if (!rows.isEmpty() && !rows.get(0).keySet().equals(row.keySet())) {
        reader.problem(
            item.at(),
            "a user with %s, where the first has %s".formatted(row.keySet(), rows.get(0).keySet()));
      }
      rows.add(row);
    }
    reader.throwIfInvalid();
  }

  private InvalidFileException invalid(Position at, String what) {
    return new InvalidFileException(List.of(Problem.at(file, at, what)));
  }
}
