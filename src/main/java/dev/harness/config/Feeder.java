package dev.harness.config;

import dev.harness.config.Located.Position;
import dev.harness.plan.scenario.Rows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file with a row for each user: CSV with a line of names, which is read as rows are asked for,
 * or a JSON array of objects, which is read at once.
 */
final class Feeder {
  private static final String KIND = "feeder";

  /** Of what is read at once. */
  private static final int MOST_BYTES = 64 << 20;

  private Feeder() {}

  /**
   * Its rows.
   *
   * @param called what messages call the file
   * @throws InvalidFileException where it cannot be read or a row is not like the others; values
   *     are not told
   */
  static Rows read(Path path, String called) {
    boolean json = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    Rows rows =
        json
            ? Rows.of(objects(SmallFile.read(path, KIND, MOST_BYTES), called))
            : CsvRows.of(mapped(path), called);
    if (rows.size() == 0) {
      Problem none = Problem.at(called, new Position(1, 1), "there is no user in it");
      throw new InvalidFileException(List.of(none));
    }
    return rows;
  }

  /** The system reads of it what is asked for, and may forget it again; a pipe is read at once. */
  private static ByteBuffer mapped(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return ByteBuffer.wrap(SmallFile.read(file, KIND, MOST_BYTES));
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new InvalidFileException(
            "%s: has more than %,d bytes; no %s has".formatted(file, Integer.MAX_VALUE, KIND));
      }
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    } catch (IOException e) {
      throw new InvalidFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static List<Map<String, String>> objects(byte[] text, String file) {
    var reader = new Reader(file);
    List<Map<String, String>> rows = new ArrayList<>();
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
    return rows;
  }
}
