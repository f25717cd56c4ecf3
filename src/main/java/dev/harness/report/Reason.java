package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a run has the verdict that it has. May hold text of the target's: whoever shows it escapes
 * it.
 *
 * @param verdict what it amounts to by itself
 * @param subject the check that it is of; empty where it concerns the whole run
 * @param text in one line
 */
public record Reason(Verdict verdict, String subject, String text) {
  private static final String THE_RUN = "";

  /** All there are, gravest first; of a run that passed, none. */
  public static List<Reason> of(RunRecord record, NumberText numbers) {
    var reasons = new ArrayList<>(ofTheRun(record, numbers));
    record.results().forEach(result -> reasons.addAll(of(result, numbers)));
    reasons.sort(Comparator.comparing(Reason::verdict).reversed());
    return List.copyOf(reasons);
  }

  /** Those that no check answers for. */
  static List<Reason> ofTheRun(RunRecord record, NumberText numbers) {
    var reasons = new ArrayList<Reason>();
    record
        .faults()
        .forEach(f -> reasons.add(new Reason(Verdict.ERROR, THE_RUN, "the harness: " + f)));
    if (record.alerts().fails()) {
      new AlertLines(numbers)
          .ofThoseThatFail(record.alerts())
          .forEach(line -> reasons.add(new Reason(Verdict.BREACH, THE_RUN, line)));
    }
    if (record.succeedsTooLittle()) {
      reasons.add(
          new Reason(
              Verdict.BREACH,
              THE_RUN,
              "overall success rate %s, the least is %s"
                  .formatted(
                      numbers.of(record.overallSuccess(), Unit.PERCENT),
                      numbers.of(RunRecord.LEAST_SUCCESS_PERCENT, Unit.PERCENT))));
    }
    record
        .baseline()
        .filter(it -> it.verdict() != Verdict.PASS)
        .ifPresent(it -> reasons.add(new Reason(it.verdict(), THE_RUN, it.reason())));
    if (record.interruption().isPresent()) {
      reasons.add(
          new Reason(
              Verdict.INCONCLUSIVE,
              THE_RUN,
              "partial: %s, and %d checks never began"
                  .formatted(
                      record.aborted() ? "a critical alert ended the run" : "the run was cut short",
                      record.notRun().size())));
    }
    return reasons;
  }

  /** Those of one check. */
  static List<Reason> of(CheckResult result, NumberText numbers) {
    String check = result.check().id().toString();
    return Stream.concat(
            result.trouble().stream().map(t -> new Reason(t.verdict(), check, t.reason())),
            result.judgements().stream()
                .filter(judgement -> judgement.verdict().compareTo(Verdict.PASS) > 0)
                .map(j -> new Reason(j.verdict(), check, text(j, numbers))))
        .toList();
  }

  private static String text(Judgement judgement, NumberText numbers) {
    var text = JudgementText.of(judgement, numbers);
    if (judgement.verdict() == Verdict.BREACH && judgement.figure() instanceof Figure.Measured) {
      return "%s is %s, the limit is %s".formatted(text.metric(), text.figure(), text.limit());
    }
    return "%s: %s".formatted(text.metric(), judgement.reason());
  }
}
