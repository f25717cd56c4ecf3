package dev.harness.run;

import dev.harness.run.port.ForeignCall;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.FailedCallException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A check on a thread of its own: a user's own code that never returns takes that thread with it,
 * and not the run.
 */
final class CheckThread {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Check check;
  private final Rig rig;
  private final Targets targets;
  private final Ticker ticker;
  private final CompletableFuture<Findings> end = new CompletableFuture<>();
  private final Thread thread;
  private Optional<ForeignCall> call = Optional.empty();
  private long sinceNanos;

  CheckThread(Check check, Rig rig, Targets targets, Ticker ticker) {
    this.check = check;
    this.rig = rig;
    this.targets = targets;
    this.ticker = ticker;
    this.thread = new Thread(this::run, "check " + check.id());
    thread.setDaemon(true);
  }

  private void run() {
    try {
      end.complete(check.run(rig));
    } catch (Throwable e) { // whatever it is, the run is to know of it
      end.completeExceptionally(e);
    }
  }

  /**
   * What the check found. What it throws is thrown here.
   *
   * @throws FailedCallException where it is in a call of a user's own code that has not returned
   *     for 10 s; it is given up then
   */
  Findings findings() {
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return end.get(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          giveUpWhatHangs();
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        } catch (ExecutionException e) {
          throw thrown(Objects.requireNonNull(e.getCause()));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void giveUpWhatHangs() {
    Optional<ForeignCall> now = targets.foreignCall();
    if (now.isEmpty() || !now.equals(call)) {
      call = now;
      sinceNanos = ticker.nanoTime();
    } else if (ticker.nanoTime() - sinceNanos > LONGEST_CALL.toNanos()) {
      FailedCallException hangs =
          FailedCallException.neverReturned(
              now.get().system(), now.get().method(), LONGEST_CALL, thread.getStackTrace());
      rig.giveUp();
      thread.interrupt();
      throw hangs;
    }
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("a check throws nothing that is checked", cause);
  }
}
