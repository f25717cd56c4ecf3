package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.plan.SourceMetric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source has told so far.
 *
 * @param told looks at which it told something
 * @param silent looks at which it did not
 * @param silence why it tells nothing now; empty while it does
 * @param gap what it does not tell, and why; empty where it tells all that it could
 * @param heapSlope by which its heap grows, seen right after collections, in MB an hour
 * @param courses in the order of the metrics
 */
public record SourceUse(
    Subject.Source source,
    long told,
    long silent,
    Optional<String> silence,
    Optional<String> gap,
    Figure heapSlope,
    Map<SourceMetric, Course> courses) {

  public SourceUse {
    var copy = new EnumMap<SourceMetric, Course>(SourceMetric.class);
    copy.putAll(courses);
    courses = Collections.unmodifiableMap(copy);
  }

  /**
   * Whether its heap, and nothing else, tells of a leak: to look into a JVM makes garbage there,
   * which resident memory grows by. One that no longer lets us in is judged from outside.
   *
   * @param ended whether the process has ended
   */
  boolean heapDecides(boolean ended) {
    return courses.containsKey(SourceMetric.HEAP_USED) && (ended || silence.isEmpty());
  }

  /**
   * How one figure went, in the unit of its metric.
   *
   * @param count figures that there were; at least 1
   */
  public record Course(double first, double last, double peak, double sum, long count) {

    static Course of(double value) {
      return new Course(value, value, value, value, 1);
    }

    /** This, and what came after it. */
    Course plus(Course next) {
      return new Course(
          first, next.last, Math.max(peak, next.peak), sum + next.sum, count + next.count);
    }

    public double mean() {
      return sum / count;
    }
  }
}
