package dev.harness.report;

import dev.harness.run.Check;
import dev.harness.run.RunPlan;
import java.util.stream.Collectors;

/** The commands by which a run, or a check of it, is had again. */
public final class Again {
  private static final String SHIPPED = "default";

  private Again() {}

  /** The whole run, with the same loads. */
  public static String command(RunPlan plan) {
    String brought =
        plan.checks().stream()
            .flatMap(check -> check.broughtBy().stream())
            .distinct()
            .map(" "::concat)
            .collect(Collectors.joining());
    String checks =
        plan.named()
            ? " --check "
                + plan.checks().stream()
                    .map(check -> check.id().toString())
                    .collect(Collectors.joining(","))
            : "";
    return "harness run%s%s --profile %s --seed %d%s"
        .formatted(brought, checks, plan.profile().id(), plan.seed().value(), thresholds(plan));
  }

  /** One check of it, with all its figures. */
  public static String command(RunPlan plan, Check check) {
    return "harness run %s --profile %s --seed %d --verbose%s"
        .formatted(check.options(), plan.profile().id(), plan.seed().value(), thresholds(plan));
  }

  private static String thresholds(RunPlan plan) {
    return plan.ruleset().thresholds().limits().values().stream()
        .map(limit -> limit.origin())
        .filter(origin -> !origin.equals(SHIPPED))
        .findFirst()
        .map(file -> " --thresholds " + file)
        .orElse("");
  }
}
