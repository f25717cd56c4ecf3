package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.AlertRule;
import dev.harness.verdict.AlertState;
import dev.harness.verdict.Observation;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one rule for one subject: a fold of looks.
 *
 * @param figure the last that there was, or why there is none
 * @param fired how often it came to fire
 * @param first when it first did, and with which figure
 */
public record Alarm(
    AlertRule rule,
    Subject subject,
    AlertState state,
    Figure figure,
    int fired,
    Optional<FirstFired> first) {

  /**
   * When it first came to fire.
   *
   * @param at since the monitor began
   */
  public record FirstFired(Duration at, Figure figure) {}

  static Alarm inactive(AlertRule rule, Subject subject) {
    Figure unseen = Figure.missing("nothing was seen yet");
    return new Alarm(rule, subject, AlertState.INACTIVE, unseen, 0, Optional.empty());
  }

  /** After one more look. */
  Alarm observe(Duration at, Figure now) {
    AlertState next = state.next(rule, at, observation(now));
    boolean begins = firing(next) && !firing(state);
    return new Alarm(
        rule,
        subject,
        next,
        now,
        begins ? fired + 1 : fired,
        begins && first.isEmpty() ? Optional.of(new FirstFired(at, now)) : first);
  }

  /** An estimate holds only where both its bounds do: what is not proved is not claimed. */
  private Observation observation(Figure now) {
    if (now instanceof Figure.Measured measured) {
      boolean proved =
          rule.condition().holds(measured.lower()) && rule.condition().holds(measured.upper());
      return proved ? Observation.HOLDS : Observation.CLEAR;
    }
    return Observation.NO_DATA;
  }

  /**
   * How ill what it speaks of is at the end. What is over is no more than a warning; and a trend
   * that has not gone on was none.
   */
  Health health() {
    if (fired == 0) {
      return Health.HEALTHY;
    }
    Health gravest = Health.of(rule.severity());
    if (firing()) {
      return gravest;
    }
    return trend() || gravest == Health.HEALTHY ? Health.HEALTHY : Health.WARNING;
  }

  /** Whether it fires now. */
  public boolean firing() {
    return firing(state);
  }

  private boolean trend() {
    return rule.metric() instanceof Watched watched && watched.trend();
  }

  private static boolean firing(AlertState state) {
    return state instanceof AlertState.Firing;
  }
}
