package dev.harness.plan.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a feeder has of its users, by column. Asked for by all event loops at once. */
public interface Rows {

  /** Where there is no feeder. */
  Rows NONE = of(List.of());

  int size();

  /** The names that each row has a value for. */
  Set<String> columns();

  /**
   * One of them.
   *
   * @param number from 0
   */
  Map<String, String> row(int number);

  /** Those that are held in memory, all with the same columns. */
  static Rows of(List<Map<String, String>> rows) {
    return new Held(List.copyOf(rows));
  }

  /** A few. */
  record Held(List<Map<String, String>> rows) implements Rows {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public Set<String> columns() {
      return rows.isEmpty() ? Set.of() : rows.get(0).keySet();
    }

    @Override
    public Map<String, String> row(int number) {
      return rows.get(number);
    }
  }
}
