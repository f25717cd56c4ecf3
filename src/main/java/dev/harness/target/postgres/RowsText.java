package dev.harness.target.postgres;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.jspecify.annotations.Nullable;

/** Rows as JSON. */
final class RowsText {
  private RowsText() {}

  /** An array of objects, by the names of the columns; what JSON does not have is text. */
  static String of(RowSet<Row> rows) {
    var all = new JsonArray();
    for (Row row : rows) {
      var object = new JsonObject();
      for (int i = 0; i < row.size(); i++) {
        object.put(row.getColumnName(i), value(row.getValue(i)));
      }
      all.add(object);
    }
    return all.encode();
  }

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
