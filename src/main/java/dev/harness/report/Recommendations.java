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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to look at next, gravest first. Each follows from figures of the run, names them, and says
 * what else was seen that tells what to try. What several figures of a check have in common is said
 * once.
 */
public final class Recommendations {
  /**
   * A limit that is met by less than this is worth a word: in percent of the limit, or of what
   * there is between it and 100 %.
   */
  private static final double THIN_MARGIN_PERCENT = 10;

  private final RunRecord record;
  private final NumberText numbers;

  private Recommendations(RunRecord record) {
    this.record = record;
    this.numbers = NumberText.of(record);
  }

  /**
   * Something to look at.
   *
   * @param verdict of the figures that it follows from
   * @param metric their ids, separated by a comma; empty where a check did not come to its end
   */
  public record Recommendation(Verdict verdict, String check, String metric, String text) {}

  /** All there are, gravest first. */
  public static List<Recommendation> of(RunRecord record) {
    var all = new Recommendations(record);
    return record.results().stream()
        .flatMap(all::of)
        .sorted(Comparator.comparing(Point::verdict).reversed().thenComparing(Point::margin))
        .map(Point::recommendation)
        .toList();
  }

  /**
   * What is to be said of a figure, or of several with the same cause.
   *
   * @param margin what is left before the limit, in percent of it: the smallest of several
   * @param cause why, and what to try; empty where nothing is known
   */
  private record Point(
      CheckResult result,
      Verdict verdict,
      double margin,
      List<String> metrics,
      List<String> said,
      String cause) {

    Point plus(Point other) {
      return new Point(
          result,
          verdict,
          Math.min(margin, other.margin),
          Stream.concat(metrics.stream(), other.metrics.stream()).toList(),
          Stream.concat(said.stream(), other.said.stream()).toList(),
          cause);
    }

    Recommendation recommendation() {
      String what =
          Stream.of(String.join(", ", said), cause)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(": "));
      return new Recommendation(
          verdict,
          result.check().id().toString(),
          String.join(", ", metrics),
          "%s; again: harness run %s --verbose".formatted(what, result.check().options()));
    }
  }

  private Stream<Point> of(CheckResult result) {
    var points = new ArrayList<Point>();
    result
        .trouble()
        .filter(any -> result.applies())
        .ifPresent(
            t ->
                points.add(
                    new Point(result, t.verdict(), Double.NaN, List.of(), List.of(), t.reason())));
    result.judgements().forEach(judgement -> points.addAll(of(result, judgement)));
    record Alike(Verdict verdict, String cause) {}
    var together = new LinkedHashMap<Alike, Point>();
    points.forEach(
        point -> together.merge(new Alike(point.verdict(), point.cause()), point, Point::plus));
    return together.values().stream();
  }

  private List<Point> of(CheckResult result, Judgement judgement) {
    String metric = judgement.criterion().metric().id();
    var clues = new Clues(record, result, judgement);
    return switch (judgement.verdict()) {
      case NOT_RUN -> List.of();
      case PASS ->
          thin(judgement)
              ? List.of(
                  point(result, judgement, said(judgement, "close to the limit of"), List.of()))
              : List.of();
      case BREACH ->
          List.of(point(result, judgement, said(judgement, "the limit is"), clues.ofTheBreach()));
      default ->
          List.of(
              point(
                  result,
                  judgement,
                  metric,
                  Stream.concat(Stream.of(judgement.reason()), clues.ofWhatIsOpen().stream())
                      .toList()));
    };
  }

  private static Point point(
      CheckResult result, Judgement judgement, String said, List<String> causes) {
    double margin = judgement.marginPercent();
    return new Point(
        result,
        judgement.verdict(),
        // What has no margin may not be at all, or must be: to break that is the worst.
        Double.isNaN(margin) ? Double.NEGATIVE_INFINITY : margin,
        List.of(judgement.criterion().metric().id()),
        List.of(said),
        String.join("; ", causes));
  }

  private String said(Judgement judgement, String against) {
    var text = JudgementText.of(judgement, numbers);
    return "%s is %s, %s %s".formatted(text.metric(), text.figure(), against, text.limit());
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
}
