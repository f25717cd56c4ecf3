package dev.harness.check.scenario;

import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.plan.PlainNumber;
import dev.harness.plan.WindowMetric;
import dev.harness.plan.WindowMetric.Percentile;
import dev.harness.plan.WindowMetric.Rate;
import dev.harness.plan.WindowMetric.Timing;
import dev.harness.run.drive.PhaseResult;
import java.util.List;

/** The metrics that a plan may speak of, of a whole load and of one of its steps. */
final class LoadFigures {
  /** Reported of each load, whether or not there is a limit. */
  static final List<WindowMetric> ALWAYS =
      List.of(
          Rate.SUCCESS_RATE,
          Rate.THROUGHPUT,
          new Percentile(Timing.RESPONSE_TIME, 50),
          new Percentile(Timing.RESPONSE_TIME, 95),
          new Percentile(Timing.RESPONSE_TIME, 99));

  /** Reported of each step that waits, where a scenario has several. */
  static final List<WindowMetric> ALWAYS_OF_A_STEP =
      List.of(
          Rate.SUCCESS_RATE,
          new Percentile(Timing.SERVICE_TIME, 50),
          new Percentile(Timing.SERVICE_TIME, 95),
          new Percentile(Timing.SERVICE_TIME, 99));

  private LoadFigures() {}

  static Metric ofLoad(WindowMetric metric) {
    return new Metric(id(metric.id()), metric.unit(), words(metric, "iterations"));
  }

  /** The same of what has a name, and is called after it: a step, or a scenario beside others. */
  static Metric of(String name, WindowMetric metric) {
    return new Metric(id(name + "_" + metric.id()), metric.unit(), words(metric, name));
  }

  static Figure figure(WindowMetric metric, PhaseResult load) {
    if (metric instanceof Rate rate) {
      return switch (rate) {
        case SUCCESS_RATE -> load.success();
        case ERROR_RATE -> error(load.success());
        case THROUGHPUT -> load.throughput();
      };
    }
    return times(metric, timing(metric) == Timing.RESPONSE_TIME ? load.response() : load.service());
  }

  /**
   * @param times that it took, taken once from the tally
   */
  static Figure figure(WindowMetric metric, StepTally tally, Distribution times) {
    if (metric == Rate.SUCCESS_RATE) {
      return tally.successPercent();
    }
    return metric == Rate.ERROR_RATE ? error(tally.successPercent()) : times(metric, times);
  }

  private static Figure error(Figure success) {
    return success instanceof Figure.Measured measured
        ? Figure.share(100 - measured.value(), measured.samples())
        : success;
  }

  private static Figure times(WindowMetric metric, Distribution times) {
    return metric instanceof Percentile percentile
        ? times.percentile(percentile.quantile())
        : times.mean();
  }

  private static Timing timing(WindowMetric metric) {
    return ((WindowMetric.OfTimes) metric).timing();
  }

  private static String words(WindowMetric metric, String of) {
    if (metric instanceof Rate rate) {
      return switch (rate) {
        case SUCCESS_RATE -> of + " completed / due";
        case ERROR_RATE -> of + " not completed / due";
        case THROUGHPUT -> of + " completed per second";
      };
    }
    String timing = timing(metric) == Timing.RESPONSE_TIME ? "done - intended" : "done - sent";
    String which =
        metric instanceof Percentile percentile
            ? "P" + PlainNumber.of(percentile.percent())
            : "mean";
    return "%s of %s, of %s".formatted(which, timing, of);
  }

  /** Ids have no points and no hyphens. */
  private static String id(String text) {
    return text.replaceAll("[^a-z0-9]+", "_");
  }
}
