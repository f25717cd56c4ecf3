package dev.harness.control.validation;

import dev.harness.plan.Ruleset;
import dev.harness.run.Check;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.function.Consumer;

/**
 * The files that verdicts rest on. One that is not there or cannot be read has ended the program
 * before this: what is left to tell is what they say.
 *
 * @param file where the limits come from
 */
record RulesInspection(String file, Ruleset ruleset, List<Check> checks) implements Inspection {

  @Override
  public void inspect(Consumer<Finding> told) {
    int unread =
        Criterion.unread(
                ruleset.thresholds(), checks.stream().flatMap(check -> check.criteria().stream()))
            .size();
    told.accept(Finding.ok(Part.FILES, "thresholds", file));
    told.accept(
        Finding.ok(
            Part.SYNTAX,
            "limits",
            "%d, of which no check reads %d"
                .formatted(ruleset.thresholds().keys().size(), unread)));
    told.accept(
        Finding.ok(
            Part.SYNTAX,
            "alert rules",
            "%d, of known metrics, in their units".formatted(ruleset.alertRules().size())));
  }
}
