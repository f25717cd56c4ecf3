package dev.harness.user;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call of a user's own system threw what nobody asked for, or returned nothing. The message is
 * one line for a person, with the place. Without a stack trace of its own: its cause has the one
 * that matters.
 */
public final class FailedCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private FailedCallException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /**
   * It threw.
   *
   * @param system what reports call it
   * @param call as {@code createContext}
   */
  public static FailedCallException threw(String system, String call, Throwable cause) {
    return new FailedCallException(
        "%s, %s: %s%s".formatted(system, call, cause, place(cause)), cause);
  }

  /** It returned null where there must be something. */
  public static FailedCallException nothing(String system, String call) {
    return new FailedCallException("%s, %s: it returned null".formatted(system, call), null);
  }

  /** The first line of whoever threw it that is not the Java platform's. */
  private static String place(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst()
        .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
        .orElse("");
  }
}
