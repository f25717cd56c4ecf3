package dev.harness.report;

import java.util.stream.Stream;

/** How a row of the table is written, by the room that there is for it. */
enum Row {
  WHOLE(118, "%1$s %2$-36s %3$-32s %4$16s %5$18s %6$10s"),
  WITHOUT_METRIC(78, "%1$s %2$-36s %4$13s %5$15s %6$9s"),
  NAME_AND_MARGIN(39, "%1$s %2$-27.27s %6$9s"),
  /** Below a line with the check's name, where all figures are told and {@link #WHOLE} is wide. */
  WITHOUT_CHECK(77, "%1$s   %3$-33s %4$13s %5$15s %6$9s");

  private final int columns;
  private final String form;

  Row(int columns, String form) {
    this.columns = columns;
    this.form = form;
  }

  /** The one that tells most of a check's headline in that many columns. */
  static Row in(int columns) {
    return Stream.of(WHOLE, WITHOUT_METRIC)
        .filter(row -> row.columns <= columns)
        .findFirst()
        .orElse(NAME_AND_MARGIN);
  }

  String of(String mark, String check, String metric, String figure, String limit, String margin) {
    return form.formatted(mark, check, metric, figure, limit, margin);
  }
}
