package dev.harness.verdict;

import dev.harness.stats.Usl;
import java.util.List;
import java.util.Optional;

/**
 * What throughput does as more goes on at once, by the law that fits it best. It is told, and
 * decides nothing: a fit says why a target scales as it does, not whether that is good enough.
 *
 * @param points in any order
 */
public record Scalability(List<Point> points) {

  public Scalability {
    points = List.copyOf(points);
  }

  /**
   * One load.
   *
   * @param concurrency operations in flight on average
   * @param perSecond completed
   */
  public record Point(double concurrency, double perSecond) {}

  /** The law; empty where the points do not tell of one. */
  public Optional<Usl> law() {
    double[] concurrency = points.stream().mapToDouble(Point::concurrency).toArray();
    double[] throughput = points.stream().mapToDouble(Point::perSecond).toArray();
    try {
      return Optional.of(Usl.fit(concurrency, throughput));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same in plain words. */
  public String text() {
    return law().map(Scalability::text).orElse("no law of scalability fits these loads");
  }

  private static String text(Usl law) {
    String peak =
        law.peak().isPresent()
            ? "the most is served with %,.0f in flight".formatted(law.peak().getAsDouble())
            : "more in flight always serves more";
    return "universal scalability law: contention %.3g, coherency %.3g, %,.1f/s alone; %s"
        .formatted(law.alpha(), law.beta(), law.gamma(), peak);
  }
}
