package dev.harness.user;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call of a user's own system threw what nobody asked for, returned nothing, or never did. The
 * message is one line for a person, with the place. Without a stack trace of its own: its cause has
 * the one that matters.
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
        "%s, %s: %s%s".formatted(system, call, cause, place(cause.getStackTrace())), cause);
  }

  /**
   * It was given up.
   *
   * @param stack where its thread is
   */
  public static FailedCallException neverReturned(
      String system, String call, Duration waited, StackTraceElement[] stack) {
    return new FailedCallException(
        "%s, %s: it has not returned for %d s%s"
            .formatted(system, call, waited.toSeconds(), place(stack)),
        null);
  }

  /** It returned null where there must be something. */
  public static FailedCallException nothing(String system, String call) {
    return new FailedCallException("%s, %s: it returned null".formatted(system, call), null);
  }

  /** The first line that is not the Java platform's. */
  private static String place(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> !frame.getClassName().matches("(java|jdk)\\..*"))
        .findFirst()
        .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
        .orElse("");
  }
}
