package dev.harness.control;

import dev.harness.measure.Figure;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check must make of a control. */
public sealed interface Expected {

  /** What a check said instead; empty where it said what was expected. */
  default Optional<String> missedBy(CheckResult result) {
    return result.trouble().isPresent()
        ? result.trouble().map(Expected::stopped)
        : missedBy(result.judgements());
  }

  /** The same of a check that came to its end. */
  Optional<String> missedBy(List<Judgement> judgements);

  /** The metric on which the check must be judged; empty where any will do. */
  default Optional<String> judgedOn() {
    return Optional.empty();
  }

  /** What is said of a control that went as it should. */
  String text();

  /**
   * The fault is caught: that very metric breaks its limit. A check that fails in any other way has
   * caught nothing.
   */
  record Breach(String metric) implements Expected {
    @Override
    public Optional<String> missedBy(List<Judgement> judgements) {
      return on(metric, judgements)
          .filter(judgement -> judgement.verdict() != Verdict.BREACH)
          .map(judgement -> "not caught: " + said(judgement))
          .findFirst();
    }

    @Override
    public Optional<String> judgedOn() {
      return Optional.of(metric);
    }

    @Override
    public String text() {
      return "caught by " + metric;
    }
  }

  /**
   * The fault is caught, and told to be as large as it is.
   *
   * @param amount what is truly there, in the unit of the metric
   * @param within by so much the figure may be more or less
   */
  record Amount(String metric, double amount, double within) implements Expected {
    @Override
    public Optional<String> missedBy(List<Judgement> judgements) {
      return new Breach(metric).missedBy(judgements).or(() -> mismeasuredIn(judgements));
    }

    private Optional<String> mismeasuredIn(List<Judgement> judgements) {
      return on(metric, judgements)
          .map(Judgement::figure)
          .filter(Figure.Measured.class::isInstance)
          .map(figure -> ((Figure.Measured) figure).value())
          .filter(value -> Math.abs(value - amount) > within)
          .map(value -> "mismeasured: %s is %.1f, and not %.1f".formatted(metric, amount, value))
          .findFirst();
    }

    @Override
    public Optional<String> judgedOn() {
      return Optional.of(metric);
    }

    @Override
    public String text() {
      return "caught by %s, as %,.0f ± %.0f".formatted(metric, amount, within);
    }
  }

  /**
   * The fault is too small to be found each time. It may be found or not, but nobody may say that
   * there is less than there is: the bounds of the figure reach up to it.
   *
   * @param least what is truly there, in the unit of the metric
   */
  record NotCleared(String metric, double least) implements Expected {
    @Override
    public Optional<String> missedBy(List<Judgement> judgements) {
      return on(metric, judgements)
          .filter(
              judgement ->
                  judgement.figure() instanceof Figure.Measured measured
                      && measured.upper() < least)
          .map(
              judgement ->
                  "cleared: %s is said to be less than %.1f"
                      .formatted(judgement.criterion().metric().id(), least))
          .findFirst();
    }

    @Override
    public Optional<String> judgedOn() {
      return Optional.of(metric);
    }

    @Override
    public String text() {
      return "not cleared by " + metric;
    }
  }

  /** There is no fault, and no limit is broken. */
  record Pass() implements Expected {
    @Override
    public Optional<String> missedBy(List<Judgement> judgements) {
      return judgements.stream()
          .filter(judgement -> judgement.verdict().compareTo(Verdict.PASS) > 0)
          .map(judgement -> "not left alone: " + said(judgement))
          .findFirst();
    }

    @Override
    public String text() {
      return "left alone, as it should be";
    }
  }

  /**
   * There is no fault, but what is measured is near enough to one that it may be left open now and
   * then, and never called one. Nothing else is broken or open.
   */
  record NotFlagged(String metric) implements Expected {
    @Override
    public Optional<String> missedBy(List<Judgement> judgements) {
      return new Pass()
          .missedBy(judgements.stream().filter(judgement -> !leftOpen(judgement)).toList());
    }

    private boolean leftOpen(Judgement judgement) {
      return judgement.criterion().metric().id().equals(metric)
          && judgement.verdict() == Verdict.INCONCLUSIVE;
    }

    @Override
    public String text() {
      return "not flagged by " + metric;
    }
  }

  private static Stream<Judgement> on(String metric, List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.criterion().metric().id().equals(metric));
  }

  private static String stopped(Trouble trouble) {
    return "the check did not come to its end: " + trouble.reason();
  }

  private static String said(Judgement judgement) {
    String metric = judgement.criterion().metric().id();
    return judgement.reason().isEmpty()
        ? "%s is a %s".formatted(metric, judgement.verdict().id())
        : "%s is %s: %s".formatted(metric, judgement.verdict().id(), judgement.reason());
  }
}
