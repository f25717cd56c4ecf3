package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.ProcessLimit;
import dev.harness.plan.WindowMetric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code thresholds} of a plan, a scenario, a step or a target: what must hold, one a metric. */
final class LimitsList {
  private LimitsList() {}

  static List<MetricLimit> read(Reader reader, @Nullable Member member) {
    return read(reader, member, MetricLimit::parse, MetricLimit::metric);
  }

  /** Those of the process behind a target. */
  static List<ProcessLimit> ofProcess(Reader reader, @Nullable Member member) {
    return read(reader, member, ProcessLimit::parse, ProcessLimit::metric);
  }

  private static <L> List<L> read(
      Reader reader,
      @Nullable Member member,
      Function<String, L> parse,
      Function<L, AlertMetric> metric) {
    var limits = new ArrayList<L>();
    if (member == null) {
      return limits;
    }
    Set<AlertMetric> seen = new HashSet<>();
    for (Located item : reader.items("thresholds", member.value(), "strings")) {
      if (!(item instanceof Located.Text text)) {
        reader.problem(item.at(), "thresholds has strings, not " + item.kind());
        continue;
      }
      reader
          .made(item.at(), () -> parse.apply(text.value()))
          .ifPresent(
              limit -> {
                if (seen.add(metric.apply(limit))) {
                  limits.add(limit);
                } else {
                  reader.problem(
                      item.at(), "a second threshold on %s".formatted(metric.apply(limit).id()));
                }
              });
    }
    return limits;
  }

  /** These, and of the others those on metrics that none of these speaks of. */
  static List<MetricLimit> over(List<MetricLimit> own, List<MetricLimit> others) {
    Set<WindowMetric> spokenOf =
        own.stream().map(MetricLimit::metric).collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
            own.stream(), others.stream().filter(limit -> !spokenOf.contains(limit.metric())))
        .toList();
  }
}
