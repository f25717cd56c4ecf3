package dev.harness.control;

import dev.harness.measure.Figure;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.Optional;

/** What a check must make of a control. */
public sealed interface Expected {

  /** What it said instead; empty where it said what was expected. */
  Optional<String> missedBy(CheckResult result);

  /** What is said of a control that went as it should. */
  String text();

  /**
   * The fault is caught: that very metric breaks its limit. A check that fails in any other way has
   * caught nothing.
   */
  record Breach(String metric) implements Expected {
    @Override
    public Optional<String> missedBy(CheckResult result) {
      if (result.trouble().isPresent()) {
        return result.trouble().map(Expected::stopped);
      }
      return result.judgements().stream()
          .filter(judgement -> judgement.criterion().metric().id().equals(metric))
          .filter(judgement -> judgement.verdict() != Verdict.BREACH)
          .map(judgement -> "not caught: " + said(judgement))
          .findFirst();
    }

    @Override
    public String text() {
      return "caught by " + metric;
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
    public Optional<String> missedBy(CheckResult result) {
      if (result.trouble().isPresent()) {
        return result.trouble().map(Expected::stopped);
      }
      return result.judgements().stream()
          .filter(judgement -> judgement.criterion().metric().id().equals(metric))
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
    public String text() {
      return "not cleared by " + metric;
    }
  }

  /** There is no fault, and no limit is broken. */
  record Pass() implements Expected {
    @Override
    public Optional<String> missedBy(CheckResult result) {
      if (result.trouble().isPresent()) {
        return result.trouble().map(Expected::stopped);
      }
      return result.judgements().stream()
          .filter(judgement -> judgement.verdict().compareTo(Verdict.PASS) > 0)
          .map(judgement -> "not left alone: " + said(judgement))
          .findFirst();
    }

    @Override
    public String text() {
      return "left alone, as it should be";
    }
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
