package dev.harness.run;

import dev.harness.run.port.NotAvailableException;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * All waiting of a check: to its timeout at the longest, and no longer than until somebody
 * interrupts.
 */
final class Patience {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Duration timeout;
  private final Interruption interruption;
  private final Ticker ticker;
  private final long deadlineNanos;
  private volatile boolean givenUp;

  /**
   * Its time begins now.
   *
   * @param timeout of the check
   */
  Patience(Duration timeout, Interruption interruption, Ticker ticker) {
    this.timeout = timeout;
    this.interruption = interruption;
    this.ticker = ticker;
    this.deadlineNanos = ticker.nanoTime() + timeout.toNanos();
  }

  /**
   * Waits for something that is no load.
   *
   * @param what it is, for the message if it never comes
   */
  <T> T await(Future<T> future, String what) {
    CompletableFuture<T> awaited = future.toCompletionStage().toCompletableFuture();
    while (true) {
      try {
        return awaited.get(Math.min(LOOK_EVERY.toNanos(), left().toNanos()), TimeUnit.NANOSECONDS);
      } catch (ExecutionException | CancellationException e) {
        throw stopped(what, e);
      } catch (TimeoutException e) {
        // Asked only now: what answers at once is taken even then, so that a check can tidy up.
        leaveIfInterrupted();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw CheckStoppedException.interrupted(interruption);
      }
    }
  }

  /**
   * Waits until something holds.
   *
   * @return whether it came to hold within that time
   */
  boolean holdsWithin(Duration time, BooleanSupplier condition) {
    long deadline = ticker.nanoTime() + Math.min(time.toNanos(), left().toNanos());
    while (!condition.getAsBoolean()) {
      leaveIfInterrupted();
      if (ticker.nanoTime() - deadline >= 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  /**
   * What is left of the time.
   *
   * @throws CheckStoppedException where nothing is
   */
  Duration left() {
    long left = deadlineNanos - ticker.nanoTime();
    if (left <= 0) {
      throw timedOut();
    }
    return Duration.ofNanos(left);
  }

  /** Whoever waits no longer does, nor will. */
  void giveUp() {
    givenUp = true;
  }

  /** Ends the check where the run is to end, or goes on without it. */
  void leaveIfInterrupted() {
    if (givenUp) {
      throw timedOut();
    }
    if (interruption.asked() != null) {
      throw CheckStoppedException.interrupted(interruption);
    }
  }

  CheckStoppedException timedOut() {
    return CheckStoppedException.timedOut(timeout);
  }

  private static CheckStoppedException stopped(String what, Exception e) {
    return e.getCause() instanceof NotAvailableException
        ? CheckStoppedException.notAvailable(reason(e))
        : CheckStoppedException.failed(what + ": " + reason(e));
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
