package dev.harness.control.validation;

import dev.harness.control.Control;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.Suite;
import dev.harness.run.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a validation goes through.
 *
 * @param file where the limits come from
 * @param quickChecks that must keep their limits: those of contexts and engines, which need nothing
 * @param dryRuns all others
 * @param leftOut names of what is not gone through, because it takes too long
 */
public record ValidationPlan(
    String file,
    Ruleset ruleset,
    List<Check> quickChecks,
    List<Check> dryRuns,
    List<Control> controls,
    List<String> leftOut) {
  private static final Set<Suite> NEEDING_NOTHING = Set.of(Suite.CONTEXT, Suite.ENGINE);

  /** All but the checks and controls: start and end, and a look at the machine. */
  private static final double AROUND_SECONDS = 6;

  private static final double QUICK_SECONDS = 20;
  private static final double QUICK_CONTROL_SECONDS = 4;

  public ValidationPlan {
    quickChecks = List.copyOf(quickChecks);
    dryRuns = List.copyOf(dryRuns);
    controls = List.copyOf(controls);
    leftOut = List.copyOf(leftOut);
  }

  /** All of it. */
  public static ValidationPlan of(
      String file, Ruleset ruleset, List<Check> checks, List<Control> controls) {
    List<Check> quick =
        checks.stream()
            .filter(check -> NEEDING_NOTHING.contains(check.id().suite()))
            .filter(check -> seconds(check) > 0)
            .toList();
    List<Check> others = checks.stream().filter(check -> !quick.contains(check)).toList();
    return new ValidationPlan(file, ruleset, quick, others, controls, List.of());
  }

  /** The same in at most 20 s on two cores: of controls and dry runs, the shortest that fit in. */
  public ValidationPlan quick() {
    List<Control> shortControls = fitting(controls, Control::seconds, QUICK_CONTROL_SECONDS);
    double taken =
        AROUND_SECONDS
            + quickChecks.stream().mapToDouble(ValidationPlan::seconds).sum()
            + shortControls.stream().mapToDouble(Control::seconds).sum();
    List<Check> shortRuns =
        fitting(
            dryRuns.stream().filter(check -> seconds(check) > 0).toList(),
            ValidationPlan::seconds,
            QUICK_SECONDS - taken);
    var left = new ArrayList<String>();
    dryRuns.stream()
        .filter(check -> !shortRuns.contains(check))
        .forEach(check -> left.add(check.id().toString()));
    controls.stream()
        .filter(control -> !shortControls.contains(control))
        .forEach(control -> left.add(control.name()));
    return new ValidationPlan(file, ruleset, quickChecks, shortRuns, shortControls, left);
  }

  /** In their order, so many of the shortest that all together take no longer. */
  private static <T> List<T> fitting(List<T> all, ToDoubleFunction<T> seconds, double allowed) {
    var taken = new ArrayList<T>();
    double sum = 0;
    for (T next : all.stream().sorted(Comparator.comparingDouble(seconds)).toList()) {
      sum += seconds.applyAsDouble(next);
      if (sum <= allowed) {
        taken.add(next);
      }
    }
    return all.stream().filter(taken::contains).toList();
  }

  /** What a check takes at its smallest scale; 0 where nobody has said. */
  private static double seconds(Check check) {
    return check.budget().in(Profile.QUICK).map(Duration::toSeconds).orElse(0L);
  }
}
