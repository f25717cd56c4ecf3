package dev.harness.target.postgres;

import dev.harness.run.port.DatabasePool.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** Rows as JSON while they come, up to a bound: what is beyond it is only counted. */
final class RowsText {
  private final StringBuilder json = new StringBuilder("[");
  private int rows;
  private boolean whole = true;

  private RowsText() {}

  /** Takes rows as the client reads them, so that no more are held than are told. */
  static Collector<Row, RowsText, RowsText> collector() {
    return Collector.of(
        RowsText::new,
        RowsText::add,
        (one, other) -> {
          throw new IllegalStateException("rows come one after the other");
        });
  }

  /**
   * What came.
   *
   * @param count of rows given or changed
   */
  Rows of(int count) {
    return new Rows(count, json + "]", whole);
  }

  private void add(Row row) {
    if (rows == Rows.MOST || json.length() > Rows.MOST_CHARACTERS) {
      whole = false;
      return;
    }
    var object = new JsonObject();
    for (int i = 0; i < row.size(); i++) {
      object.put(row.getColumnName(i), value(row.getValue(i)));
    }
    json.append(rows == 0 ? "" : ",").append(object.encode());
    rows++;
  }

  /** What JSON does not have is text. */
  private static @Nullable Object value(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    boolean json =
        value instanceof Number
            || value instanceof Boolean
            || value instanceof JsonObject
            || value instanceof JsonArray;
    return json ? value : value.toString();
  }
}
