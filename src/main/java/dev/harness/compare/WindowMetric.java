package dev.harness.compare;

import dev.harness.compare.LoadSeries.Window;
import dev.harness.stats.Median;
import java.util.List;

/** What is compared window by window. */
enum WindowMetric {
  SUCCESS_RATE("success rate", "%", -1),
  THROUGHPUT("throughput", "/s", -1),
  P50("response time P50", "ms", 1),
  P95("response time P95", "ms", 1),
  P99("response time P99", "ms", 1);

  private final String title;
  private final String unit;
  private final int worse;

  WindowMetric(String title, String unit, int worse) {
    this.title = title;
    this.unit = unit;
    this.worse = worse;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** Logarithms of its values, turned so that more is worse; dead windows have none. */
  double[] logs(LoadSeries load) {
    return load.alive().stream()
        .mapToDouble(this::of)
        .filter(value -> value > 0)
        .map(value -> worse * Math.log(value))
        .toArray();
  }

  /** Its values in the order of time; NaN in dead windows. */
  List<Double> values(LoadSeries load) {
    return load.windows().stream()
        .map(window -> window.completed() > 0 ? of(window) : Double.NaN)
        .toList();
  }

  /** Of its windows that are not dead. */
  double median(LoadSeries load) {
    return Median.of(load.alive().stream().mapToDouble(this::of).toArray());
  }

  private double of(Window window) {
    return switch (this) {
      case SUCCESS_RATE -> window.successPercent();
      case THROUGHPUT -> window.perSecond();
      case P50 -> window.p50();
      case P95 -> window.p95();
      case P99 -> window.p99();
    };
  }
}
