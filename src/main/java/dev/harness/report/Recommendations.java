package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What to look at next, gravest first. Each follows from a figure of the run, and names it. */
public final class Recommendations {
  /**
   * A limit that is met by less than this is worth a word: in percent of the limit, or of what
   * there is between it and 100 %.
   */
  private static final double THIN_MARGIN_PERCENT = 10;

  private final NumberText numbers;
  private final List<Recommendation> found = new ArrayList<>();

  private Recommendations(NumberText numbers) {
    this.numbers = numbers;
  }

  /**
   * Something to look at.
   *
   * @param verdict of the figure that it follows from
   */
  public record Recommendation(Verdict verdict, String check, String metric, String text) {}

  /** All there are, gravest first. */
  public static List<Recommendation> of(RunRecord record) {
    var all = new Recommendations(NumberText.of(record));
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
          if (thin(judgement)) {
            add(result, judgement, "is %s, close to the limit of %s %s: watch it with %s");
          }
        }
        case NOT_RUN -> {}
        default ->
            add(
                result,
                judgement.verdict(),
                judgement.criterion().metric().id(),
                judgement.reason() + ": " + again(result));
      }
    }
  }

  /**
   * Whether a figure has come near to a limit that somebody chose. What a check means leaves no
   * room, and a figure that cannot be better is near to nothing.
   */
  private static boolean thin(Judgement judgement) {
    var criterion = judgement.criterion();
    if (criterion instanceof Criterion.Fixed
        || judgement.limit() == null
        || !(judgement.figure() instanceof Figure.Measured measured)) {
      return false;
    }
    if (criterion.metric().unit() == Unit.PERCENT && criterion.bound() == Bound.AT_LEAST) {
      double headroom = 100 - judgement.limit().value();
      double left = measured.value() - judgement.limit().value();
      return measured.value() < 100 && left < headroom * THIN_MARGIN_PERCENT / 100;
    }
    return judgement.marginPercent() < THIN_MARGIN_PERCENT;
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
    return "harness run %s --verbose".formatted(result.check().options());
  }
}
