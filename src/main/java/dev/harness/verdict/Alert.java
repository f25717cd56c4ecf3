package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.CheckId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule's history in one check: a fold of observations.
 *
 * @param phase whose windows were looked at; empty for what concerns the whole check
 * @param changes of state, in order; the first {@value #MOST_CHANGES} of them, and the first to
 *     firing in any case
 * @param changed how often the state changed in all
 * @param fired how often it came to fire
 */
public record Alert(
    AlertRule rule,
    CheckId check,
    String phase,
    AlertState state,
    List<Change> changes,
    int changed,
    int fired) {
  /** An alert that flaps for hours says no more after this, and must not fill memory. */
  static final int MOST_CHANGES = 100;

  public Alert {
    changes = List.copyOf(changes);
  }

  /**
   * The state became another.
   *
   * @param at since the start of the check
   * @param figure that it was seen with
   */
  public record Change(AlertState to, Duration at, Figure figure) {
    public boolean firing() {
      return to instanceof AlertState.Firing;
    }
  }

  /** Before anything was observed. */
  public static Alert inactive(AlertRule rule, CheckId check, String phase) {
    return new Alert(rule, check, phase, AlertState.INACTIVE, List.of(), 0, 0);
  }

  /**
   * After one more observation.
   *
   * @param at since the start of the check
   * @param figure what was observed, for the report
   */
  public Alert observe(Duration at, Observation seen, Figure figure) {
    AlertState next = state.next(rule, at, seen);
    if (next.id().equals(state.id())) {
      return new Alert(rule, check, phase, next, changes, changed, fired);
    }
    var change = new Change(next, at, figure);
    var more = new ArrayList<>(changes);
    boolean firstFiring = fired == 0 && change.firing();
    if (more.size() < MOST_CHANGES || firstFiring) {
      more.add(change);
    }
    return new Alert(
        rule, check, phase, next, more, changed + 1, fired + (change.firing() ? 1 : 0));
  }

  /** Whether it fails the run. */
  public boolean fails() {
    return fired > 0 && rule.severity() == Severity.CRITICAL;
  }
}
