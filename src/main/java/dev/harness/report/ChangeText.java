package dev.harness.report;

import dev.harness.compare.MetricChange;
import dev.harness.compare.MetricChange.Scale;
import dev.harness.stats.Interval;
import java.util.List;
import java.util.Locale;

/**
 * A change as people read it, column by column.
 *
 * @param word what became of the metric; in brackets where nothing rests on it
 * @param note why, where the numbers do not say it; else what else is known
 */
public record ChangeText(
    String word, String metric, String by, String bounds, String margin, String of, String note) {
  /** Titles of the columns, without the note. */
  public static final List<String> TITLES =
      List.of("change", "metric", "worse by", "at 95 %", "margin", "of");

  private static final String NONE = "–";

  /** Of one change. */
  public static ChangeText of(MetricChange change) {
    String word = lowerCase(change.change());
    Scale scale = change.scale();
    return new ChangeText(
        change.gates() ? word : "(%s)".formatted(word),
        change.metric(),
        change.worsening().map(it -> number(it.estimate(), scale)).orElse(NONE),
        change.worsening().map(it -> bounds(it, scale)).orElse(NONE),
        change.worsening().map(it -> number(change.margin(), scale)).orElse(NONE),
        change.of(),
        change.note());
  }

  /** The columns of {@link #TITLES}. */
  public List<String> cells() {
    return List.of(word, metric, by, bounds, margin, of);
  }

  /** A name as it stands in a sentence, and in JSON. */
  public static String lowerCase(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static String bounds(Interval worsening, Scale scale) {
    return "%s to %s".formatted(number(worsening.lower(), scale), number(worsening.upper(), scale));
  }

  private static String number(double value, Scale scale) {
    return scale == Scale.RATIO
        ? String.format(Locale.ROOT, "%+.1f %%", 100 * value)
        : String.format(Locale.ROOT, "%+.2f", value);
  }
}
