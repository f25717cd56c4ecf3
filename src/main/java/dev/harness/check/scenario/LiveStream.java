package dev.harness.check.scenario;

import dev.harness.run.port.StreamTarget.Stream;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one iteration. Each event is looked through when it comes, whatever the iteration
 * is at; and it is kept until a step wants it, as long as there are not too many. Belongs to one
 * event loop.
 */
final class LiveStream {
  private static final int MOST_KEPT = 1_000;
  private static final int MOST_CHARACTERS_KEPT = 1_000_000;

  private final Predicate<String> clean;
  private final Ticker ticker;
  private final Queue<StreamEvent> kept = new ArrayDeque<>();
  private int charactersKept;
  private long sentNanos;
  private boolean closing;
  private @Nullable Stream stream;
  private @Nullable Watcher watcher;
  private @Nullable String broken;

  /** A step that wants events. */
  interface Watcher {
    void event(StreamEvent event);

    /**
     * Nothing more is to be had.
     *
     * @param as what that is called
     */
    void broken(String as);
  }

  /**
   * @param clean whether there is nothing of others in what came
   */
  LiveStream(Predicate<String> clean, Ticker ticker) {
    this.clean = clean;
    this.ticker = ticker;
    this.sentNanos = ticker.nanoTime();
  }

  /** It is open now. */
  void opened(Stream open) {
    stream = open;
    open.closed().onSuccess(code -> breaks("closed-" + code));
  }

  /** When the last message was sent, or else the handshake. */
  long sentNanos() {
    return sentNanos;
  }

  /** Forgets what has come, and sends. */
  Future<Void> send(String text) {
    kept.clear();
    charactersKept = 0;
    sentNanos = ticker.nanoTime();
    return open().send(text);
  }

  /** What it is broken by. */
  @Nullable String broken() {
    return broken;
  }

  /** Hands over what was kept and what comes, until it is told to stop. */
  void watch(Watcher step) {
    watcher = step;
    while (watcher != null && !kept.isEmpty()) {
      StreamEvent event = kept.remove();
      charactersKept -= event.text().length();
      step.event(event);
    }
    if (watcher != null && broken != null) {
      step.broken(broken);
    }
  }

  void unwatch() {
    watcher = null;
  }

  /** An event has come. */
  void received(String text) {
    var event = new StreamEvent(text, ticker.nanoTime());
    if (!clean.test(text)) {
      breaks("foreign-canary");
    } else if (watcher != null) {
      watcher.event(event);
    } else if (!closing) {
      keep(event);
    }
  }

  private void keep(StreamEvent event) {
    if (kept.size() == MOST_KEPT || charactersKept > MOST_CHARACTERS_KEPT) {
      breaks("too-many-events");
    } else {
      kept.add(event);
      charactersKept += event.text().length();
    }
  }

  private void breaks(String as) {
    if (broken == null) {
      broken = as;
    }
    if (watcher != null) {
      watcher.broken(broken);
    }
  }

  /** Closes it, if that was not done yet: it is broken once the other side has done the same. */
  void close(int code) {
    if (!closing) {
      closing = true;
      open().close(code);
    }
  }

  private Stream open() {
    if (stream == null) {
      throw new IllegalStateException("the stream is not open yet");
    }
    return stream;
  }
}
