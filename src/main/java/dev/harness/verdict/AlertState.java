package dev.harness.verdict;

import dev.harness.plan.AlertRule;
import java.time.Duration;
import java.util.Optional;

/**
 * Where an alert stands: inactive → pending → firing → resolved, with {@code for} and {@code
 * keepFiringFor} as in Prometheus. Only the steps that exist can be taken.
 *
 * <p>It counts the time that was observed: what passes before an observation without data neither
 * brings a pending alert nearer to firing nor a firing one nearer to its resolution.
 */
public sealed interface AlertState {
  /** Where every alert begins. */
  AlertState INACTIVE = new Inactive();

  /**
   * The state after one more observation.
   *
   * @param at since any fixed moment, no earlier than the observation before
   */
  AlertState next(AlertRule rule, Duration at, Observation seen);

  /** As reports write it. */
  String id();

  /** The condition does not hold, or has not been seen to. */
  record Inactive() implements AlertState {
    @Override
    public AlertState next(AlertRule rule, Duration at, Observation seen) {
      return seen == Observation.HOLDS ? Pending.orFiring(rule, Duration.ZERO, at) : this;
    }

    @Override
    public String id() {
      return "inactive";
    }
  }

  /**
   * The condition holds, but not yet for long enough.
   *
   * @param held so long, at the last observation
   * @param last when that was
   */
  record Pending(Duration held, Duration last) implements AlertState {
    @Override
    public AlertState next(AlertRule rule, Duration at, Observation seen) {
      return switch (seen) {
        case HOLDS -> orFiring(rule, held.plus(between(last, at)), at);
        case CLEAR -> INACTIVE;
        case NO_DATA -> new Pending(held, at);
      };
    }

    @Override
    public String id() {
      return "pending";
    }

    private static AlertState orFiring(AlertRule rule, Duration held, Duration at) {
      return held.compareTo(rule.forDuration()) >= 0
          ? new Firing(Optional.empty(), at)
          : new Pending(held, at);
    }
  }

  /**
   * The condition has held for long enough, and has not been away for long enough since.
   *
   * @param away for so long, at the last observation; empty while the condition holds
   * @param last when that was
   */
  record Firing(Optional<Duration> away, Duration last) implements AlertState {
    @Override
    public AlertState next(AlertRule rule, Duration at, Observation seen) {
      return switch (seen) {
        case HOLDS -> new Firing(Optional.empty(), at);
        case CLEAR ->
            orResolved(
                rule, away.map(time -> time.plus(between(last, at))).orElse(Duration.ZERO), at);
        case NO_DATA -> new Firing(away, at);
      };
    }

    @Override
    public String id() {
      return "firing";
    }

    private static AlertState orResolved(AlertRule rule, Duration away, Duration at) {
      return away.compareTo(rule.keepFiringFor()) >= 0
          ? new Resolved()
          : new Firing(Optional.of(away), at);
    }
  }

  /** It fired, and is over; it can begin again. */
  record Resolved() implements AlertState {
    @Override
    public AlertState next(AlertRule rule, Duration at, Observation seen) {
      return seen == Observation.HOLDS ? Pending.orFiring(rule, Duration.ZERO, at) : this;
    }

    @Override
    public String id() {
      return "resolved";
    }
  }

  private static Duration between(Duration last, Duration at) {
    Duration passed = at.minus(last);
    return passed.isNegative() ? Duration.ZERO : passed;
  }
}
