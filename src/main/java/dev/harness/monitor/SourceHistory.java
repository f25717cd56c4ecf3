package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.measure.Thinned;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.Readings;
import dev.harness.verdict.Growth;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one source has told since the monitor began, look by look. */
final class SourceHistory {
  private static final int MOST_POINTS = 960;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double LEAST_MEGABYTES = 4;

  /** Totals that are counted in milliseconds, or flushed once a second, say less over less. */
  private static final Duration RATE_SPAN = Duration.ofSeconds(2);

  private final Subject.Source source;

  /** An endpoint tells of the live set only what an old collection left: that may be long ago. */
  private final SourceMetric heapMetric;

  private final Map<SourceMetric, SourceUse.Course> courses = new EnumMap<>(SourceMetric.class);
  private final Thinned<Growth.Point> heap = Thinned.ofFirsts(MOST_POINTS);
  private final Thinned<Growth.Point> resident = Thinned.ofFirsts(MOST_POINTS);
  private final Deque<Seen> recent = new ArrayDeque<>();
  private Figure heapSlope = Figure.missing("no collection was seen yet");
  private Figure residentSlope = Figure.missing("it does not tell its memory");
  private OptionalDouble collections = OptionalDouble.empty();
  private Optional<String> silence = Optional.empty();
  private Optional<String> gap = Optional.empty();
  private long told;
  private long silent;

  private record Seen(Duration at, Readings readings) {}

  SourceHistory(Subject.Source source) {
    this.source = source;
    this.heapMetric = source.of().isPresent() ? SourceMetric.HEAP_AFTER_GC : SourceMetric.HEAP_USED;
  }

  void add(Duration at, Answer answer) {
    if (answer instanceof Answer.Told now) {
      silence = Optional.empty();
      gap = now.readings().gap();
      told++;
      add(at, now.readings());
    } else if (answer instanceof Answer.Silent none) {
      silence = Optional.of(none.reason());
      silent++;
      // What was counted before the gap may have begun anew behind it.
      recent.clear();
    }
  }

  private void add(Duration at, Readings readings) {
    recent.addLast(new Seen(at, readings));
    while (recent.size() > 2 && at.minus(second().at()).compareTo(RATE_SPAN) >= 0) {
      recent.removeFirst();
    }
    readings
        .value(SourceMetric.RESIDENT_MEMORY)
        .ifPresent(megabytes -> residentSlope = slope(resident, residentSlope, at, megabytes));
    addHeap(at, readings);
    for (SourceMetric metric : readings.values().keySet()) {
      if (figure(metric) instanceof Figure.Measured measured) {
        courses.merge(metric, SourceUse.Course.of(measured.value()), SourceUse.Course::plus);
      }
    }
  }

  /** A collection tells something new once, however often it is looked at. */
  private void addHeap(Duration at, Readings readings) {
    OptionalDouble now = readings.value(SourceMetric.GC_RATE);
    OptionalDouble after = readings.value(heapMetric);
    if (after.isPresent() && !now.equals(collections)) {
      heapSlope = slope(heap, heapSlope, at, after.getAsDouble());
    }
    collections = now;
  }

  /** With one more point; where that is not kept, the trend is what it was. */
  private static Figure slope(
      Thinned<Growth.Point> points, Figure before, Duration at, double megabytes) {
    return points.add(Growth.Point.at(at, megabytes))
        ? new Growth(points.values()).perHour(LEAST_MEGABYTES)
        : before;
  }

  private Seen second() {
    var looks = recent.iterator();
    looks.next();
    return looks.next();
  }

  /** Whether it has ever told that. */
  boolean tells(SourceMetric metric) {
    return courses.containsKey(metric);
  }

  /** The newest of that, or why there is none. */
  Figure figure(SourceMetric metric) {
    if (recent.isEmpty()) {
      return Figure.missing(silence.orElse("it has told nothing yet"));
    }
    Seen to = recent.getLast();
    OptionalDouble now = to.readings().value(metric);
    if (now.isEmpty()) {
      return Figure.missing("the source does not tell it");
    }
    return metric.kind() == SourceMetric.Kind.LEVEL
        ? Figure.of(now.getAsDouble())
        : rate(metric, recent.getFirst(), to);
  }

  private static Figure rate(SourceMetric metric, Seen from, Seen to) {
    double seconds = to.at().minus(from.at()).toNanos() / NANOS_PER_SECOND;
    OptionalDouble before = from.readings().value(metric);
    OptionalDouble after = to.readings().value(metric);
    if (before.isEmpty() || after.isEmpty() || seconds <= 0) {
      return Figure.missing("a rate takes two looks");
    }
    return after.getAsDouble() < before.getAsDouble()
        ? Figure.missing("its counters began anew")
        : Figure.of(metric.perSecond(before.getAsDouble(), after.getAsDouble(), seconds));
  }

  /**
   * By which the heap grows, in MB an hour, with bounds: what it holds right after its collections,
   * for what lies there meanwhile is garbage. Missing where there were too few.
   */
  Figure heapSlope() {
    return heapSlope;
  }

  /** The same where there is one, and elsewhere that of the resident memory that it tells of. */
  Figure memorySlope() {
    return heapSlope instanceof Figure.Measured ? heapSlope : residentSlope;
  }

  /** From the first look to the last. */
  SourceUse use() {
    return new SourceUse(source, told, silent, silence, gap, heapSlope(), courses);
  }
}
