package dev.harness.cli;

import dev.harness.verdict.ExitCode;
import java.io.PrintStream;
import java.net.BindException;

/** Why the program itself did not start. */
public final class StartFailure {
  private StartFailure() {}

  /** Says it in one line, and returns the exit code. */
  public static ExitCode report(Throwable failure) {
    PrintStream err = System.err;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        err.println(
            "harness: the port is taken by another program; choose another with --port, 0 for any");
        return ExitCode.UNREACHABLE;
      }
    }
    err.println("harness: went wrong: " + failure);
    failure.printStackTrace(err);
    return ExitCode.INTERNAL;
  }
}
