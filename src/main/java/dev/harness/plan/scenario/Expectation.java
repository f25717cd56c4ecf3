package dev.harness.plan.scenario;

import java.util.List;
import java.util.Optional;

/** What an answer must be like. One that is not met fails its operation, in a class of its own. */
public sealed interface Expectation {

  /** The class of the failure, if the answer does not meet it. */
  Optional<String> unmet(Answer answer, Scope scope);

  /**
   * The status is one of these.
   *
   * @param allowed at least one
   */
  record StatusIn(List<StatusRange> allowed) implements Expectation {
    /** Where a plan says nothing. */
    public static final StatusIn SUCCESS = new StatusIn(List.of(StatusRange.parse("2xx")));

    public StatusIn {
      allowed = List.copyOf(allowed);
      if (allowed.isEmpty()) {
        throw new IllegalArgumentException("at least one status is expected");
      }
    }

    /** Whether that status is expected. */
    public boolean allows(int status) {
      return allowed.stream().anyMatch(range -> range.has(status));
    }

    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      return failIf(!allows(answer.status()), "status-" + answer.status());
    }
  }

  /** This value stands there; numbers are compared as they are written. */
  record Equal(Place place, Template value) implements Expectation {
    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      Optional<String> found = place.in(answer);
      return found.isEmpty()
          ? Optional.of(place.missing())
          : failIf(!found.get().equals(value.in(scope)), place.differs());
    }
  }

  /** Something stands there. */
  record Present(Place place) implements Expectation {
    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      return failIf(place.in(answer).isEmpty(), place.missing());
    }
  }

  /**
   * Something of the user's own stands anywhere in the body.
   *
   * @param own as the user's id or canary
   */
  record Own(Variable.OfUser own) implements Expectation {
    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      return failIf(!answer.text().contains(own.in(scope)), "own-" + own.name() + "-missing");
    }
  }

  /**
   * Something of the user's own stands just there.
   *
   * @param own as the user's id or canary
   */
  record OwnAt(Place place, Variable.OfUser own) implements Expectation {
    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      boolean there = place.in(answer).filter(own.in(scope)::equals).isPresent();
      return failIf(!there, "own-%s-missing:%s".formatted(own.name(), place.name()));
    }
  }

  /**
   * The body is no larger. No more of it is read, whatever a service sends.
   *
   * @param bytes from 0 to a thousand million
   */
  record AtMost(int bytes) implements Expectation {
    /** Where a plan says nothing. */
    public static final AtMost USUAL = new AtMost(4_000_000);

    /** What fits into one buffer, with room for a part too much. */
    public static final int LARGEST = 1_000_000_000;

    public AtMost {
      if (bytes < 0 || bytes > LARGEST) {
        throw new IllegalArgumentException(
            "a body has 0 to %,d bytes, not %,d".formatted(LARGEST, bytes));
      }
    }

    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      return failIf(answer.size() > bytes, "too-large");
    }
  }

  /**
   * So many rows were given or changed.
   *
   * @param count at least 0
   */
  record Rows(int count) implements Expectation {
    @Override
    public Optional<String> unmet(Answer answer, Scope scope) {
      return failIf(answer.size() != count, "rows-" + answer.size());
    }
  }

  private static Optional<String> failIf(boolean failed, String as) {
    return failed ? Optional.of(as) : Optional.empty();
  }
}
