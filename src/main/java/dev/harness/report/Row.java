package dev.harness.report;

/** How a row of the table is written, by the room that there is for it. */
enum Row {
  WHOLE(118, "%1$s %2$-36s %3$-32s %4$16s %5$18s %6$10s"),
  WITHOUT_METRIC(78, "%1$s %2$-36s %4$13s %5$15s %6$9s"),
  NAME_AND_MARGIN(0, "%1$s %2$-27.27s %6$9s");

  private final int columns;
  private final String form;

  Row(int columns, String form) {
    this.columns = columns;
    this.form = form;
  }

  /** The one that tells most in that many columns; there is none for fewer than 39. */
  static Row in(int columns) {
    for (Row row : values()) {
      if (row.columns <= columns) {
        return row;
      }
    }
    return NAME_AND_MARGIN;
  }

  String of(String mark, String check, String metric, String figure, String limit, String margin) {
    return form.formatted(mark, check, metric, figure, limit, margin);
  }
}
