package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What to look at next, gravest first. Each follows from a figure of the run, and names it. */
final class Recommendations {
  /** A limit that is met by less than this is worth a word. */
  private static final double THIN_MARGIN_PERCENT = 10;

  private final NumberText numbers;
  private final List<Recommendation> found = new ArrayList<>();

  private Recommendations(NumberText numbers) {
    this.numbers = numbers;
  }

  /**
   * @param verdict of the figure that it follows from
   */
  record Recommendation(Verdict verdict, String check, String metric, String text) {}

  static List<Recommendation> of(RunRecord record) {
    var all =
        new Recommendations(
            new NumberText(record.plan().ruleset().configuration().decimalPlaces()));
    record.results().forEach(all::look);
    all.found.sort(Comparator.comparing(Recommendation::verdict).reversed());
    return List.copyOf(all.found);
  }

  private void look(CheckResult result) {
    result
        .trouble()
        .ifPresent(t -> add(result, t.verdict(), "", t.reason() + "; run " + again(result)));
    for (Judgement judgement : result.judgements()) {
      switch (judgement.verdict()) {
        case BREACH -> add(result, judgement, "is %s, the limit is %s %s: run %s");
        case PASS -> {
          if (judgement.marginPercent() < THIN_MARGIN_PERCENT) {
            add(result, judgement, "is %s, close to the limit of %s %s: watch it with %s");
          }
        }
        default ->
            add(
                result,
                judgement.verdict(),
                judgement.criterion().metric().id(),
                judgement.reason() + ": " + again(result));
      }
    }
  }

  private void add(CheckResult result, Judgement judgement, String text) {
    if (judgement.figure() instanceof Figure.Measured measured && judgement.limit() != null) {
      var metric = judgement.criterion().metric();
      String said =
          text.formatted(
              numbers.of(measured.value(), metric.unit()),
              judgement.criterion().bound().symbol(),
              numbers.of(judgement.limit().value(), metric.unit()),
              again(result));
      add(result, judgement.verdict(), metric.id(), metric.description() + " " + said);
    }
  }

  private void add(CheckResult result, Verdict verdict, String metric, String text) {
    found.add(new Recommendation(verdict, result.check().id().toString(), metric, text));
  }

  private static String again(CheckResult result) {
    return "harness run --check " + result.check().id() + " --verbose";
  }
}
