package dev.harness.control.validation;

import dev.harness.verdict.ExitCode;

/**
 * One thing that was looked at.
 *
 * @param name what, in a word or two
 * @param text what was found; where it is not well, the reason
 * @param exitCode what the program ends with if there is nothing worse
 */
public record Finding(Part part, String name, State state, String text, ExitCode exitCode) {

  static Finding ok(Part part, String name, String text) {
    return new Finding(part, name, State.OK, text, ExitCode.PASSED);
  }

  static Finding doubtful(Part part, String name, String text) {
    return new Finding(part, name, State.DOUBTFUL, text, ExitCode.PASSED);
  }

  static Finding failed(Part part, String name, String text) {
    return new Finding(part, name, State.FAILED, text, ExitCode.INCONCLUSIVE);
  }

  /** Nothing that needs it can run. */
  static Finding unreachable(Part part, String name, String text) {
    return new Finding(part, name, State.FAILED, text, ExitCode.UNREACHABLE);
  }

  /** As large as it must be, or not. */
  static Finding atLeast(Part part, String name, boolean enough, String text) {
    return enough ? ok(part, name, text) : failed(part, name, text);
  }
}
