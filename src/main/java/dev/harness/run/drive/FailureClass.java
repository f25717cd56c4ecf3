package dev.harness.run.drive;

import dev.harness.user.FailedCallException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The class in which a failure is counted. A few words of the harness's own, never text of the
 * target's, which could be anything and without end.
 */
public final class FailureClass {
  private FailureClass() {}

  /** Short, lower case, with hyphens; an unknown kind of failure is called by its type. */
  public static String of(Throwable cause) {
    if (cause instanceof FailedCallException && cause.getCause() != null) {
      return of(cause.getCause());
    }
    if (cause instanceof ConnectException) {
      return "connection-refused";
    }
    if (cause instanceof UnknownHostException) {
      return "unknown-host";
    }
    if (cause instanceof TimeoutException) {
      return "timeout-in-client";
    }
    if (cause instanceof ClosedChannelException || saysClosed(cause)) {
      return "connection-closed";
    }
    if (cause instanceof UpgradeRejectedException rejected) {
      return "status-" + rejected.getStatus();
    }
    if (cause instanceof DecoderException) {
      return "garbled-answer";
    }
    if (cause instanceof SSLException) {
      return "tls-failed";
    }
    if (cause instanceof IOException) {
      return "connection-broken";
    }
    return kebab(named(cause.getClass()).getSimpleName());
  }

  /** Vert.x reports some closed connections by types of its own, known by this message alone. */
  private static boolean saysClosed(Throwable cause) {
    String message = cause.getMessage();
    return cause instanceof VertxException
        && message != null
        && message.startsWith("Connection")
        && message.endsWith("closed");
  }

  /** An anonymous type is called as what it extends. */
  private static Class<?> named(Class<?> type) {
    return type.isAnonymousClass() ? named(type.getSuperclass()) : type;
  }

  private static String kebab(String typeName) {
    return typeName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
