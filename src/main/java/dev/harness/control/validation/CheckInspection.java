package dev.harness.control.validation;

import dev.harness.control.Rehearsal;
import dev.harness.plan.Ruleset;
import dev.harness.report.NumberText;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.port.Targets;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Checks at their smallest scale, against the real targets.
 *
 * @param part quick checks must keep their limits, or nothing is fit to be judged here; dry runs
 *     must only come to their end with figures
 */
record CheckInspection(
    Part part, List<Check> checks, Ruleset ruleset, Rehearsal rehearsal, Targets targets)
    implements Inspection {

  @Override
  public void inspect(Consumer<Finding> told) {
    for (Check check : checks) {
      Optional<CheckResult> result = rehearsal.run(targets, check, ruleset);
      if (result.isEmpty()) {
        return;
      }
      told.accept(finding(result.get()));
    }
  }

  private Finding finding(CheckResult result) {
    String name = result.check().id().toString();
    if (result.trouble().isPresent()) {
      Trouble trouble = result.trouble().get();
      return new Finding(part, name, State.FAILED, trouble.reason(), trouble.exitCode());
    }
    String text = result.headline().map(this::text).orElse("nothing was judged");
    return switch (result.verdict()) {
      case PASS -> Finding.ok(part, name, text);
      case BREACH ->
          part == Part.QUICK_CHECKS
              ? Finding.failed(part, name, text)
              : Finding.doubtful(part, name, text + ": it breaks its limit here");
      default -> Finding.doubtful(part, name, text);
    };
  }

  private String text(Judgement judgement) {
    var numbers = new NumberText(ruleset.configuration().decimalPlaces());
    var metric = judgement.criterion().metric();
    String text =
        "%s %s (%s)"
            .formatted(
                metric.id(),
                numbers.of(judgement.figure(), metric.unit()),
                numbers.limit(judgement));
    boolean open = judgement.verdict() != Verdict.PASS && judgement.verdict() != Verdict.BREACH;
    return open ? text + ": " + judgement.reason() : text;
  }
}
