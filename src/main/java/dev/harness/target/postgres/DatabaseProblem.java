package dev.harness.target.postgres;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Why a database cannot be had, in one line and without the names of exceptions. */
public final class DatabaseProblem {
  /** All that the client tells of a certificate that it refuses. */
  private static final String NO_HANDSHAKE = "SSL handshake failed";

  private DatabaseProblem() {}

  /** What is behind a failure to connect, or to do what a connection is for. */
  public static String reason(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
      return "it does not answer in time";
    }
    if (cause instanceof ConnectException) {
      return "nothing answers there";
    }
    if (cause instanceof UnknownHostException) {
      return "no host of that name is known";
    }
    if (NO_HANDSHAKE.equals(cause.getMessage())) {
      return "the TLS handshake failed: its certificate is not trusted, or is not of that host";
    }
    return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException || failure instanceof ExecutionException
        ? Optional.ofNullable(failure.getCause()).orElse(failure)
        : failure;
  }
}
