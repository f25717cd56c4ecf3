package dev.harness.check.process;

import dev.harness.measure.Figure;
import dev.harness.measure.Thinned;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.Readings;
import dev.harness.verdict.Growth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a process told while a load lasted, look by look, and the figures that come of it. They are
 * of the whole load: where its last look saw nothing, or another process had taken the place, there
 * are none.
 */
final class ProcessTrace {
  private static final int MOST_POINTS = 960;
  private static final double NANOS_PER_SECOND = 1e9;

  /** A runtime takes and gives so much without leaking any. */
  private static final double LEAST_MEGABYTES = 4;

  private final SourceMetric heapMetric;
  private final Thinned<Growth.Point> heap = Thinned.ofFirsts(MOST_POINTS);
  private final Thinned<Growth.Point> resident = Thinned.ofFirsts(MOST_POINTS);
  private @Nullable Look first;
  private @Nullable Look last;
  private Optional<String> against = Optional.of("nothing was seen of it yet");
  private boolean anew;

  private record Look(Duration at, Readings readings) {

    /** Whether what only grows is less than it was. */
    boolean startsAnewAfter(Look before) {
      return less(SourceMetric.REPORTED_CPU, before) || less(SourceMetric.GC_RATE, before);
    }

    private boolean less(SourceMetric total, Look before) {
      OptionalDouble now = readings.value(total);
      OptionalDouble then = before.readings.value(total);
      return now.isPresent() && then.isPresent() && now.getAsDouble() < then.getAsDouble();
    }

    boolean collectedSince(Look before) {
      OptionalDouble now = readings.value(SourceMetric.GC_RATE);
      return now.isPresent() && !now.equals(before.readings.value(SourceMetric.GC_RATE));
    }
  }

  /**
   * @param heapMetric what the source tells of the heap at a look right after a collection
   */
  ProcessTrace(SourceMetric heapMetric) {
    this.heapMetric = heapMetric;
  }

  /** It told something. */
  void told(Duration at, Readings readings) {
    var now = new Look(at, readings);
    Look before = last;
    last = now;
    against = Optional.empty();
    if (before == null) {
      first = now;
    } else {
      anew |= now.startsAnewAfter(before);
      if (now.collectedSince(before)) {
        add(heap, now, heapMetric);
      }
    }
    add(resident, now, SourceMetric.RESIDENT_MEMORY);
  }

  private static void add(Thinned<Growth.Point> points, Look look, SourceMetric metric) {
    look.readings()
        .value(metric)
        .ifPresent(megabytes -> points.add(Growth.Point.at(look.at(), megabytes)));
  }

  /**
   * It told nothing.
   *
   * @param why for a person
   */
  void silent(String why) {
    against = Optional.of(why);
  }

  /** Whether its heap tells of leaks: the rest of what is resident need not be in use. */
  boolean heapDecides() {
    return last != null && last.readings().value(SourceMetric.GC_RATE).isPresent();
  }

  /** What it could tell and did not, and why. */
  Optional<String> gap() {
    return last == null ? Optional.empty() : last.readings().gap();
  }

  /**
   * Memory at the end less that at the beginning, in MB: resident memory, or of one that does not
   * tell it what its heap holds right after a collection.
   */
  Figure memoryGrowth() {
    List<Growth.Point> points = resident.values().isEmpty() ? heap.values() : resident.values();
    if (lost().isPresent()) {
      return Figure.missing(lost().get());
    }
    return points.size() < 2
        ? Figure.missing("it tells no resident memory, and its heap was not seen collected twice")
        : Figure.of(newest(points) - points.get(0).value());
  }

  /** Points are thinned: the last of them may be an older one. */
  private double newest(List<Growth.Point> points) {
    double kept = points.get(points.size() - 1).value();
    return last == null ? kept : last.readings().value(SourceMetric.RESIDENT_MEMORY).orElse(kept);
  }

  /** By which memory grows, in MB an hour, with bounds. */
  Figure memorySlope() {
    if (lost().isPresent()) {
      return Figure.missing(lost().get());
    }
    boolean ofHeap = heapDecides();
    List<Growth.Point> points = ofHeap ? heap.values() : resident.values();
    return points.size() < Growth.LEAST_POINTS
        ? Figure.missing(
            "a trend takes %d %s, and there were %d: let the load last longer"
                .formatted(
                    Growth.LEAST_POINTS,
                    ofHeap ? "collections of its heap" : "looks at its resident memory",
                    points.size()))
        : new Growth(points).perHour(LEAST_MEGABYTES);
  }

  /** Mean processor time; 100 is one core. */
  Figure cpuPercent() {
    if (lost().isPresent() || first == null || last == null) {
      return Figure.missing(lost().orElse("it was not seen"));
    }
    double seconds = last.at().minus(first.at()).toNanos() / NANOS_PER_SECOND;
    OptionalDouble before = first.readings().value(SourceMetric.REPORTED_CPU);
    OptionalDouble after = last.readings().value(SourceMetric.REPORTED_CPU);
    return before.isEmpty() || after.isEmpty() || seconds <= 0
        ? Figure.missing("it does not tell its processor time")
        : Figure.of(
            SourceMetric.REPORTED_CPU.perSecond(
                before.getAsDouble(), after.getAsDouble(), seconds));
  }

  /** Why there is no figure of the whole load, if there is none. */
  private Optional<String> lost() {
    return anew ? Optional.of("it was started anew while the load lasted") : against;
  }
}
