package dev.harness.report.html;

import dev.harness.measure.Distribution;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import dev.harness.run.drive.PhaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Response times of the loads of a check by percentile, on a logarithmic scale. */
final class PercentileChart {
  private static final int STEPS_PER_NINE = 10;

  /** More lines than that nobody can tell apart. */
  private static final int MOST_LINES = 6;

  private PercentileChart() {}

  /** None where nothing completed. */
  static Optional<Chart> of(List<PhaseResult> phases) {
    List<PhaseResult> shown =
        phases.stream().filter(phase -> phase.response().count() > 1).limit(MOST_LINES).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    long most = shown.stream().mapToLong(phase -> phase.response().count()).max().orElseThrow();
    List<Double> nines =
        IntStream.rangeClosed(0, (int) Math.floor(STEPS_PER_NINE * Math.log10((double) most)))
            .mapToObj(step -> (double) step / STEPS_PER_NINE)
            .toList();
    var lines = new ArrayList<Line>();
    shown.forEach(phase -> lines.add(new Line(phase.name(), times(phase.response(), nines))));
    return Optional.of(
        new Chart(
            "response time by percentile",
            "As far as there are samples: one of n lies beyond the last point.",
            Axis.PERCENTILE,
            "ms",
            nines,
            lines,
            List.of()));
  }

  /** A percentile that less than one sample lies beyond is none. */
  private static List<Double> times(Distribution response, List<Double> nines) {
    return nines.stream().map(n -> time(response, n)).toList();
  }

  private static double time(Distribution response, double nines) {
    if (Math.pow(10, nines) > response.count()) {
      return Double.NaN;
    }
    double millis = response.percentileMillis(1 - Math.pow(10, -nines));
    return millis > 0 ? millis : Double.NaN;
  }
}
