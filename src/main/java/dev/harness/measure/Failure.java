package dev.harness.measure;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One operation that went wrong, kept as an example: counts alone tell nobody where to look.
 *
 * @param at its intended time, since the start of the phase
 * @param user whose operation it was
 * @param operation which it was, as the phase is called
 * @param outcome failed or timed out
 */
public record Failure(Duration at, String user, String operation, Outcome outcome)
    implements Comparable<Failure> {
  /** The first ones tell most, and a target that fails all the time must not fill memory. */
  static final int MOST_KEPT = 8;

  private static final Comparator<Failure> ORDER =
      Comparator.comparing(Failure::at)
          .thenComparing(Failure::user)
          .thenComparing(Failure::operation)
          .thenComparing(failure -> failure.outcome().kind())
          .thenComparing(failure -> failure.outcome().reason());

  @Override
  public int compareTo(Failure other) {
    return ORDER.compare(this, other);
  }

  /** The first of both together. */
  static List<Failure> merge(List<Failure> some, List<Failure> others) {
    return others.isEmpty()
        ? some
        : Stream.concat(some.stream(), others.stream()).sorted().limit(MOST_KEPT).toList();
  }
}
