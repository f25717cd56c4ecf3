package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code thresholds} of a plan, a scenario or a step: what must hold, one a metric. */
final class LimitsList {
  private LimitsList() {}

  static List<MetricLimit> read(Reader reader, @Nullable Member member) {
    var limits = new ArrayList<MetricLimit>();
    if (member == null) {
      return limits;
    }
    Set<WindowMetric> seen = new HashSet<>();
    for (Located item : reader.items("thresholds", member.value(), "strings")) {
      if (!(item instanceof Located.Text text)) {
        reader.problem(item.at(), "thresholds has strings, not " + item.kind());
        continue;
      }
      reader
          .made(item.at(), () -> MetricLimit.parse(text.value()))
          .ifPresent(
              limit -> {
                if (seen.add(limit.metric())) {
                  limits.add(limit);
                } else {
                  reader.problem(
                      item.at(), "a second threshold on %s".formatted(limit.metric().id()));
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
