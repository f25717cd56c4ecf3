package dev.harness.report;

import dev.harness.compare.History;
import dev.harness.compare.StoredRun;
import dev.harness.compare.Trend;
import dev.harness.compare.Trend.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A history as text for people: runs, and where a figure became another. */
public final class HistoryText {
  private static final String ROW = "%-27s %-13s %9s  %s";

  private HistoryText() {}

  /** Lines for a terminal. */
  public static List<String> lines(History history) {
    var lines = new ArrayList<String>();
    lines.add(ROW.formatted("RUN", "VERDICT", "PASSED", "PROFILE"));
    history.runs().forEach(run -> lines.add(row(run, history.alike().contains(run))));
    lines.add("");
    history
        .trends()
        .forEach(trend -> trend.shifts().forEach(it -> lines.add(shift(trend, it, history))));
    lines.add(summary(history));
    return lines.stream().map(TerminalText::line).toList();
  }

  private static String row(StoredRun run, boolean alike) {
    return ROW.formatted(
            run.name(),
            run.status(),
            "%d of %d".formatted(run.passed(), run.checks()),
            run.profile())
        + (alike ? "" : "  (unlike the newest: not in the trends)");
  }

  private static String shift(Trend trend, Shift shift, History history) {
    return "%-6s %s %s: %s since %s"
        .formatted(
            side(trend, shift),
            trend.of().check(),
            trend.of().metric(),
            levels(trend, shift),
            history.alike().get(shift.run()).name());
  }

  /** Whether the figure became better or worse, by the side that its limit is on. */
  public static String side(Trend trend, Shift shift) {
    return trend.worse(shift) ? "worse" : "better";
  }

  /** From the level before to the new one. */
  public static String levels(Trend trend, Shift shift) {
    String change =
        Double.isInfinite(shift.change())
            ? ""
            : String.format(Locale.ROOT, " (%+.0f %%)", 100 * shift.change());
    return "%s to %s%s%s"
        .formatted(
            number(shift.before()),
            number(shift.after()),
            trend.unit().isEmpty() ? "" : " " + trend.unit(),
            change);
  }

  /** What was looked at, how, and what came of it. */
  public static String summary(History history) {
    long shifts = history.trends().stream().mapToLong(trend -> trend.shifts().size()).sum();
    return "%d runs, %d like the newest; %d new levels of %d figures (E-divisive, %.0f %% risk of any that is none; %.0f %% or more)"
        .formatted(
            history.runs().size(),
            history.alike().size(),
            shifts,
            history.trends().size(),
            100 * History.RISK,
            100 * History.LEAST_CHANGE);
  }

  private static String number(double value) {
    return new NumberText(3).plain(value);
  }
}
