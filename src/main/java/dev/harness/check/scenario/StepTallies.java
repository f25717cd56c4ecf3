package dev.harness.check.scenario;

import dev.harness.measure.Distribution;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.scenario.Request;
import dev.harness.run.Findings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A tally for each request of a scenario, in one phase. */
final class StepTallies {
  private final Map<Request, StepTally> tallies = new LinkedHashMap<>();

  StepTallies(List<Request> requests) {
    requests.forEach(request -> tallies.put(request, new StepTally()));
  }

  StepTally of(Request request) {
    return Objects.requireNonNull(tallies.get(request));
  }

  /** The findings with figures of each request; of the only one, what the load says is enough. */
  Findings addTo(Findings findings) {
    Findings all = findings;
    for (var entry : tallies.entrySet()) {
      all = add(all, entry.getKey(), entry.getValue());
    }
    return all;
  }

  private Findings add(Findings findings, Request request, StepTally tally) {
    Set<WindowMetric> metrics = new LinkedHashSet<>();
    if (tallies.size() > 1) {
      metrics.addAll(LoadFigures.ALWAYS_OF_A_STEP);
    }
    request.limits().stream().map(MetricLimit::metric).forEach(metrics::add);
    Distribution times = tally.times();
    Findings all = findings;
    for (WindowMetric metric : metrics) {
      all =
          all.with(
              LoadFigures.ofStep(request.name(), metric), LoadFigures.figure(metric, tally, times));
    }
    return all;
  }
}
