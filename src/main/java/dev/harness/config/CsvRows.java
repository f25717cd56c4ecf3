package dev.harness.config;

import dev.harness.config.Located.Position;
import dev.harness.plan.scenario.Rows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows of a CSV text, each read when it is asked for. Where they begin is all that is kept of
 * them, so that a file may be larger than the memory.
 */
final class CsvRows implements Rows {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ByteBuffer text;
  private final List<String> names;

  /** Where each row begins, and where the text ends. */
  private final int[] begins;

  private CsvRows(ByteBuffer text, List<String> names, int[] begins) {
    this.text = text;
    this.names = names;
    this.begins = begins;
  }

  /**
   * Goes through all rows once. Empty lines are none.
   *
   * @param file what messages call it
   * @throws InvalidFileException where a row is not like the line of names
   */
  static CsvRows of(ByteBuffer text, String file) {
    var scan = new CsvScan(text);
    IntStream.Builder begins = IntStream.builder();
    List<String> names = List.of();
    while (scan.next()) {
      List<String> values = values(text, scan.begin(), scan.end());
      boolean empty = values.size() == 1 && values.get(0).isEmpty();
      if (empty) {
        continue;
      }
      if (names.isEmpty()) {
        names = values.stream().map(String::strip).toList();
      } else if (values.size() == names.size()) {
        begins.add(scan.begin());
      } else {
        throw unlike(file, scan.number(), values.size(), names.size());
      }
    }
    begins.add(text.limit());
    return new CsvRows(text, names, begins.build().toArray());
  }

  private static InvalidFileException unlike(String file, int line, int values, int names) {
    String what = "%d values, where line 1 has %d names".formatted(values, names);
    return new InvalidFileException(List.of(Problem.at(file, new Position(line, 1), what)));
  }

  private static List<String> values(ByteBuffer text, int begin, int end) {
    byte[] bytes = new byte[end - begin];
    text.get(begin, bytes);
    String line = new String(bytes, StandardCharsets.UTF_8);
    return CsvLine.values(
        begin == 0 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
  }

  @Override
  public int size() {
    return begins.length - 1;
  }

  @Override
  public Set<String> columns() {
    return new LinkedHashSet<>(names);
  }

  @Override
  public Map<String, String> row(int number) {
    List<String> values = values(text, begins[number], begins[number + 1]);
    var row = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), values.get(i));
    }
    return row;
  }
}
