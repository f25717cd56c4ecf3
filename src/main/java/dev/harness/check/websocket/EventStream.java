package dev.harness.check.websocket;

import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.port.StreamTarget;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * One user's stream, whose every event is checked: its number follows the one before, and it
 * carries this user's token and nobody else's. An event is {@code
 * {"seq":17,"token":"…","data":"…"}}. After the first that is not what it should be, events are
 * still looked through, and rounds fail at once.
 */
final class EventStream {
  private static final String BEFORE_NUMBER = "{\"seq\":";

  private final UserExecutionContext user;
  private final IsolationLog isolation;
  private StreamTarget.@Nullable Stream stream;
  private long inOrder;
  private long expected;
  private long until;
  private @Nullable String wrong;
  private @Nullable Promise<Outcome> round;

  private EventStream(UserExecutionContext user, IsolationLog isolation) {
    this.user = user;
    this.isolation = isolation;
  }

  /** Opens a stream for the user. */
  static Future<EventStream> open(
      StreamTarget target, UserExecutionContext user, IsolationLog isolation) {
    return open(target, user, isolation, 0);
  }

  /**
   * The same with larger events.
   *
   * @param padding characters that each event is longer by, at the least; at most 3,000, because
   *     they are a part of the path
   */
  static Future<EventStream> open(
      StreamTarget target, UserExecutionContext user, IsolationLog isolation, int padding) {
    var events = new EventStream(user, isolation);
    String path =
        "/events?user=%s&token=%s%s"
            .formatted(user.userId(), isolation.canaryOf(user.userId()), "x".repeat(padding));
    return target
        .open(path, events::received)
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
      if (wrong != null) {
        promise.complete(Outcome.failed(wrong));
      }
    }
    stream().send("emit " + events).onFailure(promise::tryFail);
    stream().closed().onSuccess(end -> promise.tryComplete(Outcome.failed("stream-closed")));
    return promise.future().onSuccess(outcome -> stream().send("ack " + received()));
  }

  /** Nobody waits for the round any more: what is missing is not expected to come. */
  void giveUp() {
    Promise<Outcome> waiting;
    synchronized (this) {
      wrong = wrong == null ? "events-missing" : wrong;
      waiting = round;
      round = null;
    }
    if (waiting != null) {
      waiting.tryFail("given up");
    }
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
    boolean own = isolation.own(user, "event", text);
    synchronized (this) {
      if (wrong == null) {
        wrong = own ? wrongWith(text) : "event-of-another-user";
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
    return null;
  }
}
