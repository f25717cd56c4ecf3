package dev.harness.control.validation;

import dev.harness.control.Rehearsal;
import dev.harness.run.Check;
import dev.harness.run.Interruption;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at all parts, until something is missing that nothing can do without. */
public final class Validation {
  private final List<Inspection> inspections;
  private final Interruption interruption;

  private Validation(List<Inspection> inspections, Interruption interruption) {
    this.inspections = List.copyOf(inspections);
    this.interruption = interruption;
  }

  /**
   * Of everything that the plan names.
   *
   * @param known all checks there are, planned or not
   */
  public static Validation of(
      ValidationPlan plan,
      List<Check> known,
      Targets targets,
      Rehearsal rehearsal,
      Interruption interruption,
      Ticker ticker) {
    var ruleset = plan.ruleset();
    return new Validation(
        List.of(
            new RulesInspection(plan.file(), ruleset, known),
            new HostInspection(targets, interruption, ticker),
            new DependencyInspection(ruleset.requirements(), targets),
            new CheckInspection(Part.QUICK_CHECKS, plan.quickChecks(), ruleset, rehearsal, targets),
            new CheckInspection(Part.DRY_RUNS, plan.dryRuns(), ruleset, rehearsal, targets),
            new ControlInspection(plan.controls(), rehearsal, targets)),
        interruption);
  }

  /**
   * Blocks until all is looked at, or the end is asked for.
   *
   * @param told each finding as it is made
   */
  public Readiness run(Consumer<Finding> told) {
    var findings = new ArrayList<Finding>();
    for (Inspection inspection : inspections) {
      if (interruption.asked() != null || unreachable(findings)) {
        break;
      }
      inspection.inspect(
          finding -> {
            findings.add(finding);
            told.accept(finding);
          });
    }
    return new Readiness(findings, Optional.ofNullable(interruption.asked()));
  }

  private static boolean unreachable(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.exitCode() == ExitCode.UNREACHABLE);
  }
}
