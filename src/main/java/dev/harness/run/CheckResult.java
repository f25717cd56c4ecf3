package dev.harness.run;

import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One check, carried through or not. One that was not may still have seen a breach.
 *
 * @param phases all that was driven and measured, even where the check did not come to its end
 * @param seconds it took
 * @param trouble why there are no findings, if there are none
 */
public record CheckResult(
    Check check,
    Findings findings,
    List<Judgement> judgements,
    List<PhaseResult> phases,
    double seconds,
    Optional<Trouble> trouble) {

  public CheckResult {
    judgements = List.copyOf(judgements);
    phases = List.copyOf(phases);
  }

  private static final Comparator<Judgement> WEIGHT =
      Comparator.comparing(Judgement::verdict).thenComparing(Judgement::absolute);

  /**
   * Why a check did not come to its end.
   *
   * @param exitCode what that means for the whole run
   * @param reason one line
   * @param unforeseen the exception, where nobody thought of it
   */
  public record Trouble(
      Verdict verdict, ExitCode exitCode, String reason, Optional<Throwable> unforeseen) {}

  /** Whether what was measured has what the check needs. */
  public boolean applies() {
    return trouble.filter(why -> why.verdict() == Verdict.NOT_RUN).isEmpty();
  }

  /** The heaviest of its judgements and of what its trouble amounts to. */
  public Verdict verdict() {
    return Verdict.of(
        Stream.concat(
                judgements.stream().map(Judgement::verdict), trouble.map(Trouble::verdict).stream())
            .toList());
  }

  /**
   * The worst judgement, and of several such the first that broke what may not be at all; where
   * none is bad, the one that the check names first, its most telling. None where nothing was
   * judged.
   */
  public Optional<Judgement> headline() {
    return judgements.stream()
        .filter(judgement -> judgement.verdict().compareTo(Verdict.PASS) > 0)
        .reduce((worst, next) -> WEIGHT.compare(next, worst) > 0 ? next : worst)
        .or(() -> judgements.stream().findFirst());
  }

  public ExitCode exitCode() {
    ExitCode judged = ExitCode.of(Verdict.of(judgements.stream().map(Judgement::verdict).toList()));
    return trouble
        .map(t -> judgements.isEmpty() ? t.exitCode() : ExitCode.of(List.of(t.exitCode(), judged)))
        .orElse(judged);
  }
}
