package dev.harness.report.html;

import dev.harness.metric.Unit;
import dev.harness.report.html.Chart.Axis;
import dev.harness.report.html.Chart.Line;
import dev.harness.run.UseSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Processor and memory of target, generator and database while a check ran. */
final class UseCharts {
  private static final int LEAST_SAMPLES = 2;

  private final List<UseSample> samples;

  private UseCharts(List<UseSample> samples) {
    this.samples = samples;
  }

  /** Both; none where the check was over between two samples. */
  static List<Chart> of(List<UseSample> samples) {
    if (samples.size() < LEAST_SAMPLES) {
      return List.of();
    }
    var charts = new UseCharts(samples);
    return List.of(
        charts.chart("processor", "Of one core, by process.", "%", charts::processor),
        charts.chart("memory", "Resident memory by process.", "MB", charts::memory));
  }

  private Chart chart(
      String title, String summary, String unit, Function<String, List<Double>> of) {
    var roles = new TreeSet<String>();
    samples.forEach(sample -> roles.addAll(sample.processes().keySet()));
    return new Chart(
        title,
        summary,
        Axis.TIME,
        unit,
        samples.stream().map(UseSample::at).toList(),
        roles.stream().map(role -> new Line(name(role), of.apply(role))).toList(),
        List.of());
  }

  /** The harness drives the load: what it uses is the generator's. */
  private static String name(String role) {
    return role.equals("harness") ? "harness (generator)" : role;
  }

  private List<Double> memory(String role) {
    return values(role, process -> process.rssBytes() / Unit.BYTES_PER_MEGABYTE);
  }

  /** Between each sample and the one before it; the first has none. */
  private List<Double> processor(String role) {
    return UseSample.cores(samples, role).stream().map(cores -> 100 * cores).toList();
  }

  private List<Double> values(String role, Function<ProcessSample, Double> figure) {
    return samples.stream()
        .map(
            sample -> {
              ProcessSample process = sample.processes().get(role);
              return process == null ? Double.NaN : figure.apply(process);
            })
        .toList();
  }
}
