package dev.harness.plan;

import dev.harness.plan.BurnRate.Span;
import dev.harness.plan.WindowMetric.Mean;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the ids of metrics that conditions may speak of. */
final class MetricGrammar {
  private static final Pattern PERCENTILE = Pattern.compile("(.+)_p([0-9]+(?:\\.[0-9]+)?)");
  private static final Pattern BURN_RATE =
      Pattern.compile("burn_rate_([0-9]+(?:\\.[0-9]+)?)(_\\w+)?");

  /** Those without a number in their id, in the order in which they are told. */
  private static final List<AlertMetric> NAMED =
      Stream.of(
              Rate.values(),
              Arrays.stream(Timing.values()).map(Mean::new).toArray(AlertMetric[]::new),
              AlertMetric.Sampled.values(),
              AlertMetric.Found.values(),
              AlertMetric.Improvement.values(),
              AlertMetric.Watched.values())
          .flatMap(Arrays::stream)
          .toList();

  /** Too many to be told with each mistake, and of use to few. */
  private static final String OF_SOURCES = ", and what sources tell (harness monitor --help)";

  private MetricGrammar() {}

  /**
   * @throws IllegalArgumentException saying what was probably meant, and what is allowed
   */
  static AlertMetric parse(String id) {
    Optional<AlertMetric> named = named(id);
    if (named.isPresent()) {
      return named.get();
    }
    Matcher percentile = PERCENTILE.matcher(id);
    if (percentile.matches() && !id.startsWith("burn_rate_")) {
      return percentile(id, percentile.group(1), percentile.group(2));
    }
    Matcher burnRate = BURN_RATE.matcher(id);
    if (burnRate.matches()) {
      return burnRate(burnRate.group(1), burnRate.group(2) == null ? "" : burnRate.group(2));
    }
    throw unknown(id, List.of("response_time_p95", "service_time_p95", "burn_rate_99.9"));
  }

  /** The metric of that id, if there is one. */
  static Optional<AlertMetric> find(String id) {
    try {
      return Optional.of(parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AlertMetric percentile(String id, String of, String percent) {
    if (named(of).isPresent()) {
      throw new IllegalArgumentException(
          "%s has no percentiles; allowed of: %s".formatted(of, String.join(", ", timings())));
    }
    Optional<Timing> timing =
        Arrays.stream(Timing.values()).filter(t -> t.id().equals(of)).findFirst();
    return new Percentile(
        timing.orElseThrow(
            () -> unknown(id, timings().stream().map(t -> t + "_p" + percent).toList())),
        Double.parseDouble(percent));
  }

  private static AlertMetric burnRate(String objective, String suffix) {
    Span span =
        Span.find(suffix)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a burn rate has no window \"%s\"; allowed: none for 60 s and 5 s, %s"
                            .formatted(suffix, String.join(", ", Span.suffixes()))));
    return new BurnRate(Double.parseDouble(objective), span);
  }

  private static IllegalArgumentException unknown(String id, List<String> more) {
    List<String> names = Stream.concat(names(), more.stream()).toList();
    return new IllegalArgumentException(
        "unknown metric \"%s\"%s allowed: %s"
            .formatted(
                id,
                Nearest.to(id, names).map("; did you mean \"%s\"?"::formatted).orElse(";"),
                allowed()));
  }

  /** As people write them; N is a number. */
  private static String allowed() {
    Stream<String> numbered =
        Stream.concat(timings().stream().map(t -> t + "_pN"), Stream.of("burn_rate_N"));
    return Stream.concat(NAMED.stream().map(AlertMetric::id), numbered)
        .collect(Collectors.joining(", ", "", OF_SOURCES));
  }

  private static Optional<AlertMetric> named(String id) {
    return withSources().filter(metric -> metric.id().equals(id)).findFirst();
  }

  private static Stream<String> names() {
    return withSources().map(AlertMetric::id);
  }

  private static Stream<AlertMetric> withSources() {
    return Stream.concat(NAMED.stream(), Arrays.stream(SourceMetric.values()));
  }

  private static List<String> timings() {
    return Arrays.stream(Timing.values()).map(Timing::id).toList();
  }
}
