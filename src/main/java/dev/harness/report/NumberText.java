package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Judgement;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers as text for people: grouped, no more decimals than asked for, and none that say nothing.
 *
 * @param decimals at the most
 */
public record NumberText(int decimals) {
  private static final double LARGE = 1_000;

  /** Beyond ten times the limit the number says no more. */
  private static final int MOST_MARGIN = 1_000;

  /** As the thresholds of a run ask for. */
  public static NumberText of(RunRecord record) {
    return new NumberText(record.plan().ruleset().configuration().decimalPlaces());
  }

  /** A value with its unit, as {@code 1,204 /s} or {@code yes}. */
  public String of(double value, Unit unit) {
    if (unit == Unit.YES_NO) {
      return value != 0 ? "yes" : "no";
    }
    if (unit == Unit.MILLISECONDS && vanishes(value)) {
      return small(value);
    }
    String number = plain(value);
    return unit.symbol().isEmpty() ? number : number + " " + unit.symbol();
  }

  /** A figure with its unit, or a dash where there is none. */
  public String of(Figure figure, Unit unit) {
    return figure instanceof Figure.Measured measured ? of(measured.value(), unit) : "–";
  }

  /** The same, and where it was estimated with its bounds at 95 %: {@code 4.9 KB (4.1 to 5.6)}. */
  public String bounded(Figure figure, Unit unit) {
    return figure instanceof Figure.Measured measured && measured.estimated()
        ? "%s (%s to %s)"
            .formatted(of(figure, unit), plain(measured.lower()), plain(measured.upper()))
        : of(figure, unit);
  }

  /** The limit that a figure is held against, as {@code ≤ 5 ms}; a dash where there is none. */
  public String limit(Judgement judgement) {
    Criterion criterion = judgement.criterion();
    return judgement.limit() == null
        ? "–"
        : criterion.bound().symbol()
            + " "
            + of(judgement.limit().value(), criterion.metric().unit());
  }

  /** What is left before a limit, in percent of it, or a dash where there is nothing to tell. */
  public String margin(double percent) {
    if (Double.isNaN(percent)) {
      return "–";
    }
    return percent > MOST_MARGIN
        ? "> %,d %%".formatted(MOST_MARGIN)
        : "%+.0f %%".formatted(percent);
  }

  /** A value without a unit. */
  String plain(double value) {
    int shown = decimals(value);
    var format =
        new DecimalFormat(
            shown == 0 ? "#,##0" : "#,##0." + "#".repeat(shown),
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    return vanishes(value) ? "%.1e".formatted(value) : format.format(value);
  }

  /** Milliseconds of which nothing would be seen, in a unit that shows them. */
  private String small(double millis) {
    double micros = millis * 1_000;
    return vanishes(micros) ? plain(micros * 1_000) + " ns" : plain(micros) + " µs";
  }

  private int decimals(double value) {
    return Math.abs(value) >= LARGE ? 0 : decimals;
  }

  private boolean vanishes(double value) {
    return value != 0 && Math.abs(value) <= Math.pow(10, -decimals(value)) / 2;
  }
}
