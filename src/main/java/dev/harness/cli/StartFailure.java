package dev.harness.cli;

import dev.harness.verdict.ExitCode;
import java.io.PrintStream;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Why the program itself did not start. */
public final class StartFailure {
  private StartFailure() {}

  /**
   * Says it in one line, and returns the exit code.
   *
   * @param port that it was to serve at, if at any
   */
  public static ExitCode report(Throwable failure, @Nullable String port) {
    PrintStream err = System.err;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isTaken(cause)) {
        err.println(
            "harness: port %s is taken by another program; choose another with --port, 0 for any"
                .formatted(port));
        return ExitCode.UNREACHABLE;
      }
    }
    err.println(CrashFile.line(failure));
    return ExitCode.INTERNAL;
  }

  /** Native transports have an exception of their own, and the system's words in it. */
  private static boolean isTaken(Throwable cause) {
    return cause instanceof BindException
        || String.valueOf(cause.getMessage()).endsWith("Address already in use");
  }
}
