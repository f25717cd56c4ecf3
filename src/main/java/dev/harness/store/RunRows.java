package dev.harness.store;

import dev.harness.compare.Circumstances;
import dev.harness.compare.StoredRun;
import dev.harness.compare.StoredRun.Judged;
import dev.harness.compare.StoredRun.Value;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs as rows of the store's tables, and back. */
final class RunRows {
  static final String INSERT_RUN =
      "insert into run (name, started, status, profile, passed, checks, circumstances)"
          + " values ($1, $2, $3, $4, $5, $6, $7)";
  static final String INSERT_FIGURE =
      "insert into figure (run, position, check_id, metric, value, unit, limit_value,"
          + " more_is_worse) values ($1, $2, $3, $4, $5, $6, $7, $8)";

  private RunRows() {}

  /** For {@link #INSERT_RUN}. */
  static Tuple run(StoredRun run) {
    var circumstances = new JsonObject(new LinkedHashMap<>(run.circumstances().values()));
    return Tuple.of(
        run.name(),
        run.timestamp(),
        run.status(),
        run.profile(),
        run.passed(),
        run.checks(),
        circumstances);
  }

  /** For {@link #INSERT_FIGURE}, one each. */
  static List<Tuple> figures(StoredRun run) {
    var rows = new ArrayList<Tuple>();
    run.figures()
        .forEach(
            (judged, value) ->
                rows.add(
                    Tuple.of(
                        run.name(),
                        rows.size(),
                        judged.check(),
                        judged.metric(),
                        value.value(),
                        value.unit(),
                        Double.isNaN(value.limit()) ? null : value.limit(),
                        value.moreIsWorse())));
    return rows;
  }

  /**
   * A run of its row.
   *
   * @param figures of all runs, by name
   */
  static StoredRun run(Row row, Map<String, Map<Judged, Value>> figures) {
    var circumstances = new LinkedHashMap<String, String>();
    row.getJsonObject("circumstances")
        .forEach(entry -> circumstances.put(entry.getKey(), String.valueOf(entry.getValue())));
    String name = row.getString("name");
    return new StoredRun(
        name,
        row.getString("started"),
        row.getString("status"),
        row.getString("profile"),
        row.getInteger("passed"),
        row.getInteger("checks"),
        new Circumstances(circumstances),
        figures.getOrDefault(name, Map.of()));
  }

  /** Figures of their rows, in order, by the name of the run. */
  static Map<String, Map<Judged, Value>> figures(Iterable<Row> rows) {
    var figures = new LinkedHashMap<String, Map<Judged, Value>>();
    for (Row row : rows) {
      Double limit = row.getDouble("limit_value");
      figures
          .computeIfAbsent(row.getString("run"), name -> new LinkedHashMap<>())
          .put(
              new Judged(row.getString("check_id"), row.getString("metric")),
              new Value(
                  row.getDouble("value"),
                  row.getString("unit"),
                  limit == null ? Double.NaN : limit,
                  row.getBoolean("more_is_worse")));
    }
    return figures;
  }
}
