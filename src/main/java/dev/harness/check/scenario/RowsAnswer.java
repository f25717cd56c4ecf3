package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import dev.harness.run.port.DatabasePool.Rows;
import java.util.Optional;

/** What a statement gave. It has neither a status nor headers, and its size is that in rows. */
final class RowsAnswer implements Answer {
  private final Rows rows;
  private final JsonText json;

  RowsAnswer(Rows rows) {
    this.rows = rows;
    this.json = new JsonText(rows.json());
  }

  @Override
  public int status() {
    return 0;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.empty();
  }

  @Override
  public String text() {
    return rows.json();
  }

  @Override
  public int size() {
    return rows.count();
  }

  @Override
  public Optional<String> json(String pointer) {
    return json.at(pointer);
  }
}
