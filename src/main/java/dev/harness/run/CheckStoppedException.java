package dev.harness.run;

import dev.harness.run.CheckResult.Trouble;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;

/** A check cannot come to its end, for a reason that is foreseen. */
final class CheckStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  private CheckStoppedException(Verdict verdict, ExitCode exitCode, String reason) {
    super(reason);
    this.trouble = new Trouble(verdict, exitCode, reason, Optional.empty());
  }

  /** The run ends early: somebody asked for it, or this check has failed by an alert. */
  static CheckStoppedException interrupted(Interruption interruption) {
    String failure = interruption.aborted();
    return failure == null
        ? new CheckStoppedException(
            Verdict.INCONCLUSIVE,
            ExitCode.INCONCLUSIVE,
            "interrupted before it had all its figures")
        : new CheckStoppedException(Verdict.BREACH, ExitCode.FAILED, "aborted: " + failure);
  }

  /** It took longer than the thresholds file allows a check. */
  static CheckStoppedException timedOut(Duration timeout) {
    return new CheckStoppedException(
        Verdict.INCONCLUSIVE,
        ExitCode.INCONCLUSIVE,
        "did not end within %d s (default_test_timeout_seconds)".formatted(timeout.toSeconds()));
  }

  /**
   * Its time is over, and a loop that is to drive the next check is still in an operation of it.
   */
  static CheckStoppedException blocked() {
    return failed("an operation blocks its event loop for good; nothing more can be driven");
  }

  /** A step that it cannot do without failed at its target. */
  static CheckStoppedException failed(String reason) {
    return new CheckStoppedException(Verdict.ERROR, ExitCode.UNREACHABLE, reason);
  }

  /** A figure that it rests on cannot be had at this target. */
  static CheckStoppedException notAvailable(String reason) {
    return new CheckStoppedException(
        Verdict.INCONCLUSIVE, ExitCode.INCONCLUSIVE, "not available: " + reason);
  }

  Trouble trouble() {
    return trouble;
  }
}
