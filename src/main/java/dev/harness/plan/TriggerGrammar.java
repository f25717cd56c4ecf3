package dev.harness.plan;

import dev.harness.plan.Condition.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads triggers. Takes anything for a comparison at first, so as to say what was meant. */
final class TriggerGrammar {
  private static final Pattern TRIGGER =
      Pattern.compile(
          "\\s*(?<metric>[A-Za-z_][A-Za-z_0-9.]*)"
              + "(?:\\s*(?<sign>[^\\sA-Za-z_0-9.]+)|\\s+(?<word>[A-Za-z]+)\\s)"
              + "\\s*(?<limit>[0-9]+(?:\\.[0-9]+)?)\\s*(?<unit>[^\\s0-9.]*)\\s*");

  /** Many times what any rule needs; it keeps the pattern from searching for hours. */
  private static final int LONGEST = 200;

  /** How else people write what a sign means. */
  private static final Map<String, Comparison> MEANT =
      Map.ofEntries(
          Map.entry("under", Comparison.BELOW),
          Map.entry("below", Comparison.BELOW),
          Map.entry("lt", Comparison.BELOW),
          Map.entry("<<", Comparison.BELOW),
          Map.entry("=<", Comparison.AT_MOST),
          Map.entry("≤", Comparison.AT_MOST),
          Map.entry("le", Comparison.AT_MOST),
          Map.entry("over", Comparison.ABOVE),
          Map.entry("above", Comparison.ABOVE),
          Map.entry("gt", Comparison.ABOVE),
          Map.entry(">>", Comparison.ABOVE),
          Map.entry("=>", Comparison.AT_LEAST),
          Map.entry("≥", Comparison.AT_LEAST),
          Map.entry("ge", Comparison.AT_LEAST));

  private static final double MILLIS_PER_SECOND = 1_000;

  private final List<String> problems = new ArrayList<>();

  private TriggerGrammar() {}

  static Condition parse(String trigger) {
    if (trigger.length() > LONGEST) {
      throw new InvalidTriggerException(
          List.of(
              "a trigger has at most %,d characters, not %,d"
                  .formatted(LONGEST, trigger.length())));
    }
    Matcher parts = TRIGGER.matcher(trigger);
    if (!parts.matches()) {
      throw new InvalidTriggerException(
          List.of(
              "\"%s\" is no trigger; write: metric, one of < <= > >=, a number and its unit, as in"
                      .formatted(trigger)
                  + " \"response_time_p95 > 1000ms\""));
    }
    return new TriggerGrammar().condition(parts);
  }

  private Condition condition(Matcher parts) {
    AlertMetric metric = read(() -> MetricGrammar.parse(parts.group("metric")));
    String sign = parts.group("sign");
    Comparison comparison = comparison(sign == null ? parts.group("word") : sign);
    double limit = Double.parseDouble(parts.group("limit"));
    if (metric != null) {
      check(metric, limit, parts.group("unit"));
    }
    Condition condition =
        metric == null || comparison == null
            ? null
            : read(() -> new Condition(metric, comparison, limit));
    if (condition == null || !problems.isEmpty()) {
      throw new InvalidTriggerException(problems);
    }
    return condition;
  }

  private void check(AlertMetric metric, double limit, String unit) {
    String right = metric.unit().symbol();
    if (!unit.equals(right)) {
      boolean seconds = unit.equals("s") && right.equals("ms");
      problems.add(
          "%s is written %s, not \"%s\"; did you mean \"%s%s\"?"
              .formatted(
                  metric.id(),
                  right.isEmpty() ? "without a unit" : "in \"" + right + "\"",
                  unit,
                  PlainNumber.of(seconds ? limit * MILLIS_PER_SECOND : limit),
                  right));
    } else if (limit > metric.most()) {
      problems.add(
          "%s is at most %s%s, never %s"
              .formatted(metric.id(), PlainNumber.of(metric.most()), right, PlainNumber.of(limit)));
    }
  }

  private @Nullable Comparison comparison(String given) {
    Optional<Comparison> comparison = Comparison.find(given);
    if (comparison.isEmpty()) {
      Comparison meant = MEANT.get(given);
      problems.add(
          "unknown comparison \"%s\"%s allowed: %s"
              .formatted(
                  given,
                  meant == null ? ";" : "; did you mean \"" + meant.symbol() + "\"?",
                  Arrays.stream(Comparison.values())
                      .map(Comparison::symbol)
                      .collect(Collectors.joining(", "))));
    }
    return comparison.orElse(null);
  }

  private <T> @Nullable T read(Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
