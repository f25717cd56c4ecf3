package dev.harness.check.scenario;

import dev.harness.run.port.DatabasePool.Rows;

/** What a statement gave. Its size is that in rows. */
final class RowsAnswer extends TextAnswer {
  private final int rows;

  RowsAnswer(Rows rows) {
    super(rows.json());
    this.rows = rows.count();
  }

  @Override
  public int size() {
    return rows;
  }
}
