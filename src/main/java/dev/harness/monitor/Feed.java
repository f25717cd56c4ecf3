package dev.harness.monitor;

import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A source on a thread of its own, so that one that stalls holds up nobody. */
final class Feed implements AutoCloseable {
  /** To attach to a JVM takes the better part of a second. */
  private static final Duration STALLED = Duration.ofSeconds(3);

  private static final Optional<Answer> STALLS =
      Optional.of(new Answer.Silent("it has not answered for %d s".formatted(STALLED.toSeconds())));

  private final Subject.Source subject;
  private final ReadingSource source;
  private final ExecutorService thread;
  private final Ticker ticker;
  private long askedNanos;
  private @Nullable CompletableFuture<Answer> reading;
  private Optional<String> trouble = Optional.empty();

  Feed(Subject.Source subject, ReadingSource source, Ticker ticker) {
    this.subject = subject;
    this.source = source;
    this.ticker = ticker;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              var daemon = new Thread(task, "monitor of " + subject.text());
              daemon.setDaemon(true);
              return daemon;
            });
  }

  Subject.Source subject() {
    return subject;
  }

  /** Begins to read, unless it still does. */
  void ask() {
    if (reading == null) {
      askedNanos = ticker.nanoTime();
      reading = CompletableFuture.supplyAsync(this::read, thread);
    }
  }

  private Answer read() {
    try {
      return new Answer.Told(source.read());
    } catch (NotAvailableException e) {
      return new Answer.Silent(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Whatever went wrong with it, the others go on.
      return new Answer.Silent("it could not be read: " + e);
    }
  }

  /** What came of it within that time; empty where it may yet answer. */
  Optional<Answer> answer(Duration patience) {
    CompletableFuture<Answer> asked = reading;
    if (asked == null) {
      return Optional.empty();
    }
    try {
      Answer answer = asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      reading = null;
      return Optional.of(answer);
    } catch (TimeoutException e) {
      return ticker.nanoTime() - askedNanos < STALLED.toNanos() ? Optional.empty() : STALLS;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing of a reading is thrown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What to tell of it that is new: that it has begun to tell nothing, or not all, and why. */
  Optional<String> news(Answer answer) {
    Optional<String> before = trouble;
    trouble = trouble(answer);
    return before.isPresent() ? Optional.empty() : trouble;
  }

  private Optional<String> trouble(Answer answer) {
    if (answer instanceof Answer.Silent silent) {
      return Optional.of("%s is not available: %s".formatted(subject.text(), silent.reason()));
    }
    return answer instanceof Answer.Told told
        ? told.readings().gap().map(gap -> "%s: %s".formatted(subject.text(), gap))
        : Optional.empty();
  }

  /** Lets go of the source when it has done what it does, and waits for no such thing. */
  @Override
  public void close() {
    thread.execute(source::close);
    thread.shutdown();
  }
}
