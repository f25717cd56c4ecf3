package dev.harness.telemetry;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Samples of one metric, as they are put together. */
final class Family {
  private final String name;
  private final Collector.Type type;
  private final String help;
  private final List<String> labels;
  private final List<Sample> samples = new ArrayList<>();

  private Family(String name, Collector.Type type, String help, String... labels) {
    this.name = name;
    this.type = type;
    this.help = help;
    this.labels = List.of(labels);
  }

  /** Something that goes up and down. */
  static Family gauge(String name, String help, String... labels) {
    return new Family("harness_" + name, Collector.Type.GAUGE, help, labels);
  }

  /**
   * Something that only grows.
   *
   * @param name without {@code _total}, which each sample has
   */
  static Family counter(String name, String help, String... labels) {
    return new Family("harness_" + name, Collector.Type.COUNTER, help, labels);
  }

  static Family histogram(String name, String help, String... labels) {
    return new Family("harness_" + name, Collector.Type.HISTOGRAM, help, labels);
  }

  /** One more value; none where it is no number, which nobody has measured then. */
  void add(double value, String... labelValues) {
    if (!Double.isNaN(value)) {
      String suffix = type == Collector.Type.COUNTER ? "_total" : "";
      samples.add(new Sample(name + suffix, labels, List.of(labelValues), value));
    }
  }

  /** One more count. */
  void add(long count, String... labelValues) {
    add((double) count, labelValues);
  }

  /** One more value of a histogram beside its buckets. */
  void addPart(String suffix, double value, List<String> labelValues) {
    samples.add(new Sample(name + suffix, labels, labelValues, value));
  }

  /**
   * One more bucket of a histogram.
   *
   * @param upTo where it ends, in the unit of its name
   */
  void addBucket(String upTo, long count, List<String> labelValues) {
    samples.add(
        new Sample(name + "_bucket", with(labels, "le"), with(labelValues, upTo), (double) count));
  }

  private static List<String> with(List<String> values, String more) {
    return Stream.concat(values.stream(), Stream.of(more)).toList();
  }

  MetricFamilySamples samples() {
    return new MetricFamilySamples(name, type, help, samples);
  }
}
