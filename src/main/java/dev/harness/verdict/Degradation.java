package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a service gives way as more is asked of it: gracefully, if it serves what it accepts in time,
 * refuses the rest at once and in so many words, and falls off no cliff.
 *
 * @param levels with concurrency rising; at least one
 * @param overload beyond its capacity; empty where that was not tried
 */
public record Degradation(List<Level> levels, Optional<Overload> overload) {
  private static final double LEAST_SUCCESS_AT_LOWEST = 90;
  private static final double CLIFF_POINTS = 50;
  private static final double GOODPUT_KEPT = 0.9;

  public Degradation {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("at least one level is needed");
    }
  }

  /**
   * So many operations at once, in several rounds.
   *
   * @param p99 response time of those that were accepted, in milliseconds
   * @param refusalP95 time to be refused, in milliseconds; no matter where nothing was
   */
  public record Level(int atOnce, Counts counts, Figure p99, Figure refusalP95) {

    /** What of it has no figure that is needed to judge it. */
    private Optional<Figure.Missing> missing() {
      if (p99 instanceof Figure.Missing missing) {
        return Optional.of(missing);
      }
      return counts.refused() > 0 && refusalP95 instanceof Figure.Missing missing
          ? Optional.of(missing)
          : Optional.empty();
    }
  }

  /**
   * An open load beyond capacity, beside one at capacity.
   *
   * @param atCapacity completed per second
   * @param beyond completed per second
   */
  public record Overload(Figure atCapacity, Figure beyond) {

    private Stream<Figure.Missing> missing() {
      return Stream.of(atCapacity, beyond)
          .filter(Figure.Missing.class::isInstance)
          .map(Figure.Missing.class::cast);
    }

    private Optional<String> objection() {
      return atCapacity instanceof Figure.Measured at
              && beyond instanceof Figure.Measured over
              && over.value() < GOODPUT_KEPT * at.value()
          ? Optional.of(
              "beyond capacity %,.0f/s were served, at capacity %,.0f/s"
                  .formatted(over.value(), at.value()))
          : Optional.empty();
    }
  }

  /** The deepest fall of the success rate between neighbouring levels, in percentage points. */
  public double steepestFall() {
    return IntStream.range(1, levels.size())
        .mapToDouble(i -> success(i - 1) - success(i))
        .reduce(0, Math::max);
  }

  /** Whether it is graceful; no figure where something that it takes has none. */
  public Figure graceful(double mostP99Millis, double mostRefusalMillis) {
    return Stream.concat(
            levels.stream().flatMap(level -> level.missing().stream()),
            overload.stream().flatMap(Overload::missing))
        .map(missing -> Figure.missing(missing.reason()))
        .findFirst()
        .orElseGet(() -> Figure.of(objections(mostP99Millis, mostRefusalMillis).isEmpty()));
  }

  /** What speaks against it, in plain words. */
  public List<String> objections(double mostP99Millis, double mostRefusalMillis) {
    var found = new ArrayList<String>();
    if (success(0) < LEAST_SUCCESS_AT_LOWEST) {
      found.add("%d at once: %.1f %% succeeded".formatted(levels.get(0).atOnce(), success(0)));
    }
    if (steepestFall() >= CLIFF_POINTS) {
      found.add("success fell by %.1f points from one level to the next".formatted(steepestFall()));
    }
    for (Level level : levels) {
      Counts counts = level.counts();
      long otherwise = counts.due() - counts.completed() - counts.refused();
      if (otherwise > 0) {
        found.add(
            "%d at once: %,d were neither served nor refused".formatted(level.atOnce(), otherwise));
      }
      above(level.p99(), mostP99Millis)
          .ifPresent(p99 -> found.add("%d at once: P99 was %s".formatted(level.atOnce(), p99)));
      above(level.refusalP95(), mostRefusalMillis)
          .ifPresent(
              p95 -> found.add("%d at once: refusals took %s".formatted(level.atOnce(), p95)));
    }
    overload.flatMap(Overload::objection).ifPresent(found::add);
    return List.copyOf(found);
  }

  private double success(int level) {
    return levels.get(level).counts().successPercent();
  }

  private static Optional<String> above(Figure figure, double limitMillis) {
    return figure instanceof Figure.Measured measured && measured.value() > limitMillis
        ? Optional.of("%,.0f ms".formatted(measured.value()))
        : Optional.empty();
  }
}
