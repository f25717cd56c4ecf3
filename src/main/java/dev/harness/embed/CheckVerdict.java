package dev.harness.embed;

import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.verdict.Verdict;
import java.util.List;

/**
 * What was said of one check.
 *
 * @param id as {@code memory/leak}
 * @param verdict {@link Verdict#NOT_RUN} where it does not apply to the system
 * @param reason why it has no figures; empty where it has
 * @param figures what it is judged on, in its order
 * @param notes what a reader should know of them
 */
public record CheckVerdict(
    String id, Verdict verdict, String reason, List<JudgedFigure> figures, List<String> notes) {

  public CheckVerdict {
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  static CheckVerdict of(CheckResult result) {
    return new CheckVerdict(
        result.check().id().toString(),
        result.verdict(),
        result.trouble().map(Trouble::reason).orElse(""),
        result.judgements().stream().map(JudgedFigure::of).toList(),
        result.findings().notes());
  }

  /** Whether it applies, and all its figures keep their limits. */
  public boolean passed() {
    return verdict == Verdict.PASS;
  }

  /**
   * One of its figures.
   *
   * @param metric its id
   * @throws IllegalArgumentException where it is not judged on that, listing what it is judged on
   */
  public JudgedFigure figure(String metric) {
    return figures.stream()
        .filter(figure -> figure.metric().equals(metric))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is not judged on %s, but on %s"
                        .formatted(
                            id,
                            metric,
                            String.join(
                                ", ", figures.stream().map(JudgedFigure::metric).toList()))));
  }
}
