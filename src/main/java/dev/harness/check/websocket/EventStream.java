package dev.harness.check.websocket;

import dev.harness.measure.Outcome;
import dev.harness.run.port.StreamTarget;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * One user's stream, whose every event is checked: its number follows the one before, and it
 * carries this user's token. An event is {@code {"seq":17,"token":"…","data":"…"}}.
 */
final class EventStream {
  private static final String BEFORE_NUMBER = "{\"seq\":";

  private final String afterNumber;
  private StreamTarget.@Nullable Stream stream;
  private long inOrder;
  private long expected;
  private long until;
  private @Nullable String wrong;
  private @Nullable Promise<Outcome> round;

  private EventStream(String token) {
    this.afterNumber = ",\"token\":\"" + token + "\"";
  }

  /** Opens a stream for the user. */
  static Future<EventStream> open(StreamTarget target, UserExecutionContext user) {
    String token = "token-of-" + user.userId();
    var events = new EventStream(token);
    return target
        .open("/events?user=" + user.userId() + "&token=" + token, events::received)
        .map(
            stream -> {
              events.opened(stream);
              return events;
            });
  }

  /**
   * Asks for so many events and acknowledges them. Completed once all have come, in order; failed
   * at the first that is not what it should be.
   */
  Future<Outcome> round(int events) {
    Promise<Outcome> promise = Promise.promise();
    synchronized (this) {
      until += events;
      round = promise;
    }
    stream().send("emit " + events).onFailure(promise::tryFail);
    stream().closed().onSuccess(end -> promise.tryComplete(Outcome.failed("stream-closed")));
    return promise.future().onSuccess(outcome -> stream().send("ack " + received()));
  }

  /** Events that came in order, in all. */
  synchronized long received() {
    return inOrder;
  }

  synchronized StreamTarget.Stream stream() {
    if (stream == null) {
      throw new IllegalStateException("the stream is not open yet");
    }
    return stream;
  }

  private synchronized void opened(StreamTarget.Stream opened) {
    stream = opened;
  }

  private void received(String text) {
    Promise<Outcome> ended = null;
    Outcome outcome = Outcome.COMPLETED;
    synchronized (this) {
      if (wrong == null) {
        wrong = wrongWith(text);
      }
      if (wrong == null) {
        inOrder++;
      }
      if (wrong != null || inOrder == until) {
        ended = round;
        round = null;
        outcome = wrong == null ? Outcome.COMPLETED : Outcome.failed(wrong);
      }
    }
    if (ended != null) {
      ended.tryComplete(outcome);
    }
  }

  private @Nullable String wrongWith(String text) {
    int end = text.indexOf(',');
    if (!text.startsWith(BEFORE_NUMBER) || end < 0) {
      return "not-an-event";
    }
    long number;
    try {
      number = Long.parseLong(text, BEFORE_NUMBER.length(), end, 10);
    } catch (NumberFormatException e) {
      return "not-an-event";
    }
    if (expected != 0 && number != expected) {
      return "event-out-of-order";
    }
    expected = number + 1;
    return text.startsWith(afterNumber, end) ? null : "event-of-another-user";
  }
}
