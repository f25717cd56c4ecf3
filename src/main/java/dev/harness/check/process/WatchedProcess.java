package dev.harness.check.process;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.ProcessLimit;
import dev.harness.plan.SourceMetric;
import dev.harness.plan.scenario.ServingProcess;
import dev.harness.plan.scenario.ServingProcess.ByMetrics;
import dev.harness.plan.scenario.ServingProcess.ByPid;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.StabilityLimits;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.Findings;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.verdict.Criterion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process behind a target, as a part of a check: what it is judged on, and what is told of it.
 *
 * @param file in which its limits are written
 * @param keys of the user's thresholds file that limit what a process uses
 * @param alone whether it is the only one of the plan; else its figures are called after its target
 */
public record WatchedProcess(
    ServingProcess process, String file, Set<ThresholdKey> keys, boolean alone) {
  private static final List<OfFile> OF_FILE =
      List.of(
          new OfFile(ConcurrentRequestLimits.MEMORY_GROWTH, Sampled.MEMORY_GROWTH),
          new OfFile(ConcurrentRequestLimits.CPU, Sampled.CPU_UTILIZATION),
          new OfFile(StabilityLimits.LEAK, Watched.MEMORY_SLOPE));

  /** What a thresholds file limits by a key. */
  private record OfFile(ThresholdKey key, AlertMetric metric) {}

  public WatchedProcess {
    keys = Set.copyOf(keys);
  }

  /**
   * Looks whether an endpoint tells anything, before load is put on anything.
   *
   * @throws TargetUnreachableException where it does not, in one line
   */
  public static void requireTelling(ServingProcess process, Targets targets) {
    if (process.seen() instanceof ByMetrics metrics) {
      try (ReadingSource source = targets.readings().endpoint(metrics.url())) {
        source.read();
      } catch (NotAvailableException e) {
        throw new TargetUnreachableException(
            "%s, the metrics of %s, are not available: %s"
                .formatted(metrics.written(), process.served(), e.getMessage()),
            e);
      }
    }
  }

  /** What the plan says of it, and of the user's thresholds file what the plan says nothing of. */
  public List<Criterion> criteria() {
    Stream<Criterion> stated =
        process.limits().stream()
            .map(
                limit ->
                    Criterion.stated(
                        metric(limit.metric()),
                        ProcessLimit.BOUND,
                        new Limit(limit.limit(), file)));
    return Stream.concat(stated, ofFile().map(limit -> Criterion.key(limit.key()))).toList();
  }

  /** A key is of one figure: where there are several processes, none is meant. */
  private Stream<OfFile> ofFile() {
    return OF_FILE.stream()
        .filter(limit -> alone && keys.contains(limit.key()))
        .filter(limit -> ofThisMachine() || limit.metric() != Sampled.CPU_UTILIZATION)
        .filter(limit -> stated().noneMatch(limit.metric()::equals));
  }

  private Stream<AlertMetric> stated() {
    return process.limits().stream().map(ProcessLimit::metric);
  }

  private boolean ofThisMachine() {
    return process.seen() instanceof ByPid;
  }

  private boolean trendAsked() {
    return Stream.concat(stated(), ofFile().map(OfFile::metric))
        .anyMatch(metric -> metric == Watched.MEMORY_SLOPE);
  }

  /** What is read of it. The heap of a JVM is looked into where a limit speaks of its trend. */
  ReadingSource source(Targets targets) {
    if (process.seen() instanceof ByPid its) {
      Optional<ReadingSource> inside =
          trendAsked() ? Optional.of(targets.readings().jvm(its.pid())) : Optional.empty();
      return new PidReadings(its.pid(), targets.probe(), inside);
    }
    return targets.readings().endpoint(((ByMetrics) process.seen()).url());
  }

  /** An endpoint tells of the live set only what old collections left: that may be long ago. */
  ProcessTrace trace() {
    return new ProcessTrace(ofThisMachine() ? SourceMetric.HEAP_AFTER_GC : SourceMetric.HEAP_USED);
  }

  /** With what there is to tell of it. */
  Findings addTo(Findings findings, ProcessTrace trace, int cores) {
    var told = new LinkedHashSet<AlertMetric>();
    told.add(Sampled.MEMORY_GROWTH);
    told.add(ofThisMachine() ? Sampled.CPU_UTILIZATION : Watched.PROCESS_CPU);
    stated().forEach(told::add);
    Findings all = findings;
    for (AlertMetric metric : told) {
      all = all.with(metric(metric), figure(metric, trace, cores));
    }
    for (OfFile limit : ofFile().toList()) {
      all = all.with(limit.key(), figure(limit.metric(), trace, cores));
    }
    return trendAsked() ? all.note(trendOf(trace)) : all;
  }

  private String trendOf(ProcessTrace trace) {
    String of =
        trace.heapDecides()
            ? "what the heap holds right after collections"
            : "resident memory" + trace.gap().map(", because "::concat).orElse("");
    return "the memory slope of %s is of %s".formatted(process.served(), of);
  }

  private static Figure figure(AlertMetric metric, ProcessTrace trace, int cores) {
    if (metric == Sampled.MEMORY_GROWTH) {
      return trace.memoryGrowth();
    }
    if (metric == Watched.MEMORY_SLOPE) {
      return trace.memorySlope();
    }
    return metric == Sampled.CPU_UTILIZATION
        ? trace.cpuPercent().times(1.0 / cores)
        : trace.cpuPercent();
  }

  private Metric metric(AlertMetric metric) {
    if (alone && metric == Sampled.MEMORY_GROWTH) {
      return ConcurrentRequestLimits.MEMORY_GROWTH.metric();
    }
    if (alone && metric == Sampled.CPU_UTILIZATION) {
      return ConcurrentRequestLimits.CPU.metric();
    }
    String prefix =
        alone ? "" : process.target().map(name -> name.replace('-', '_') + "_").orElse("");
    return new Metric(prefix + metric.id(), metric.unit(), words(metric));
  }

  private String words(AlertMetric metric) {
    String of = "the process behind " + process.served();
    if (metric == Sampled.MEMORY_GROWTH) {
      return "memory of %s, after - before".formatted(of);
    }
    if (metric == Watched.MEMORY_SLOPE) {
      return "memory that %s gains in an hour: Theil-Sen slope".formatted(of);
    }
    return metric == Sampled.CPU_UTILIZATION
        ? "mean processor time of %s, of all cores".formatted(of)
        : "mean processor time of %s; 100 is one core".formatted(of);
  }
}
