package dev.harness.run;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the samples of the target's process say, taken one after the other. */
final class TargetHistory {
  private static final String ROLE = "target";

  /** Over less time than this, processor time is too coarse to be divided by it. */
  private static final long CPU_SPAN_NANOS = 1_000_000_000L;

  private final int logicalCpus;

  /** Samples of the last second, and the last one before it. */
  private final Deque<Sample> recent = new ArrayDeque<>();

  private @Nullable Sample first;
  private boolean missed;
  private int crashes;

  /**
   * @param logicalCpus of the machine; at least 1
   */
  TargetHistory(int logicalCpus) {
    this.logicalCpus = logicalCpus;
  }

  private record Sample(long nanos, ProcessSample process) {}

  /** Takes the next sample, by role; without the target, it was not there. */
  void add(long nanos, Map<String, ProcessSample> processes) {
    ProcessSample process = processes.get(ROLE);
    if (process == null) {
      miss();
      return;
    }
    if (isAnother(process)) {
      ended();
    }
    missed = false;
    var sample = new Sample(nanos, process);
    if (first == null) {
      first = sample;
    }
    recent.addLast(sample);
    while (recent.size() > 2 && nanos - second().nanos() >= CPU_SPAN_NANOS) {
      recent.removeFirst();
    }
  }

  /** Growth counts from here: what a process takes to start and to warm up is none. */
  void beginGrowth() {
    if (!recent.isEmpty()) {
      first = recent.getLast();
    }
  }

  /** Counts from 0 again: what ended before did not end under the load that comes now. */
  void forgetEnds() {
    settle();
    crashes = 0;
  }

  /** No more samples will come: what was missed last is not there any more. */
  void settle() {
    if (missed) {
      ended();
    }
  }

  Figure figure(Sampled metric) {
    return switch (metric) {
      case SYSTEM_CRASHES -> first == null && crashes == 0 ? absent() : Figure.of(crashes);
      case MEMORY_GROWTH -> growth();
      case CPU_UTILIZATION -> cpu();
    };
  }

  private Figure growth() {
    if (missed || first == null) {
      return absent();
    }
    double grown = (double) recent.getLast().process().rssBytes() - first.process().rssBytes();
    return Figure.of(grown / Unit.BYTES_PER_MEGABYTE);
  }

  private Figure cpu() {
    if (missed || first == null) {
      return absent();
    }
    Sample from = recent.getFirst();
    Sample to = recent.getLast();
    if (to.nanos() - from.nanos() < CPU_SPAN_NANOS / 2) {
      return Figure.missing("the target has not been sampled for long enough");
    }
    double used = (double) to.process().cpuNanos() - from.process().cpuNanos();
    return Figure.of(100 * used / ((double) (to.nanos() - from.nanos()) * logicalCpus));
  }

  /** A probe may miss a process once, under load: only a second miss in a row is its end. */
  private void miss() {
    if (missed) {
      ended();
    }
    missed = first != null;
  }

  private void ended() {
    crashes++;
    first = null;
    missed = false;
    recent.clear();
  }

  /** Processor time never goes back: where it does, another process has taken the place. */
  private boolean isAnother(ProcessSample process) {
    return !recent.isEmpty() && process.cpuNanos() < recent.getLast().process().cpuNanos();
  }

  private Sample second() {
    var samples = recent.iterator();
    samples.next();
    return samples.next();
  }

  private static Figure absent() {
    return Figure.missing("there is no process of the target");
  }
}
