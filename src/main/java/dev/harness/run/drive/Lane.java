package dev.harness.run.drive;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Sample;
import dev.harness.time.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's share of a phase. Everything here happens on that loop, one thing after another.
 *
 * <p>Operations pass through it in the order of their intended times: they become due, wait for a
 * slot, are sent, and end. What waits needs no queue: it is the range between two counters, because
 * the time of an operation follows from its number.
 */
final class Lane {
  /** Operations sent in one go before the loop gets to read answers again. */
  private static final int BATCH = 256;

  /**
   * A generator that is later than this with an operation it could have sent gives it up; later
   * than its timeout, where that is shorter.
   */
  private static final long DROPPED_AFTER_NANOS = 1_000_000_000L;

  private final Phase phase;
  private final Intentions intentions;
  private final int slots;
  private final Loop loop;
  private final Alarm alarm;
  private final Ticker ticker;
  private final LaneListener listener;
  private final Recorder recorder;
  private final InFlight inFlight = new InFlight();
  private final Punctuality punctuality;
  private final Pauses pauses = new Pauses();
  private final long timeoutNanos;

  private long due;
  private long sent;
  private long nextWindowNanos;
  private long lastOutcomeNanos;
  private long late;
  private boolean pumping;
  private boolean ended;

  /** When what is still under way is left behind; {@link Intentions#NEVER} unless stopping. */
  private long leaveAtNanos = Intentions.NEVER;

  Lane(
      Phase phase,
      Intentions intentions,
      int slots,
      long startNanos,
      Loop loop,
      Ticker ticker,
      LaneListener listener) {
    this.phase = phase;
    this.intentions = intentions;
    this.slots = slots;
    this.loop = loop;
    this.alarm = new Alarm(loop, this::pump);
    this.ticker = ticker;
    this.listener = listener;
    this.recorder = new Recorder(phase.resolution(), startNanos);
    this.timeoutNanos = phase.timeout().toNanos();
    long droppedAfterNanos = Math.min(DROPPED_AFTER_NANOS, timeoutNanos);
    this.punctuality = new Punctuality(recorder, droppedAfterNanos, startNanos);
    this.lastOutcomeNanos = startNanos;
    this.nextWindowNanos = startNanos + Recorder.WINDOW_NANOS;
  }

  /** Starts it, from any thread. */
  void start() {
    loop.execute(this::pump);
  }

  /**
   * Ends it early, from any thread: nothing more is sent, what waits is counted as unfinished, and
   * so is what is still under way after the grace.
   */
  void stop(Duration grace) {
    loop.execute(
        () -> {
          leaveAtNanos = Math.min(leaveAtNanos, ticker.nanoTime() + grace.toNanos());
          pump();
        });
  }

  private boolean stopping() {
    return leaveAtNanos != Intentions.NEVER;
  }

  private void pump() {
    if (ended || pumping) {
      return;
    }
    pumping = true;
    long now = ticker.nanoTime();
    if (intentions.open() && !stopping()) {
      countDue(now);
    }
    giveUpOverdue(now);
    if (stopping()) {
      leaveUnfinished(now);
    }
    boolean more = sendWhatIsDue();
    closeWindows(now);
    pumping = false;
    if (more) {
      loop.execute(this::pump);
    } else {
      sleepOrEnd();
    }
  }

  private void countDue(long now) {
    long oldestNanos = sent < due ? intentions.dueNanos(sent, now) : Intentions.NEVER;
    punctuality.looks(oldestNanos, freeSlots(), now);
    boolean counted;
    do {
      counted = becomesDue(now);
    } while (counted);
  }

  private boolean becomesDue(long now) {
    long dueNanos = intentions.dueNanos(due, now);
    if (dueNanos > now) {
      return false;
    }
    recorder.due(dueNanos);
    long n = due++;
    if (intentions.open()) {
      punctuality.noticed(n, dueNanos, sent, freeSlots(), now);
    }
    return true;
  }

  /** Sends until slots or due operations run out. Whether it stopped only to let others work. */
  private boolean sendWhatIsDue() {
    for (int n = 0; freeSlots() > 0; n++) {
      if (n == BATCH) {
        return true;
      }
      long now = ticker.nanoTime();
      boolean waiting = sent < due || (!intentions.open() && someoneIsBack(now) && becomesDue(now));
      if (!waiting) {
        return false;
      }
      send(intentions.dueNanos(sent, now), now);
    }
    return false;
  }

  /** Whether a slot of a closed load is free, and nobody pauses on it. */
  private boolean someoneIsBack(long now) {
    return !stopping() && pauses.lastingAt(now) < freeSlots();
  }

  private void send(long intendedNanos, long now) {
    long n = sent++;
    long index = intentions.index(n);
    if (intentions.open()) {
      punctuality.leaves(n, intendedNanos, now);
      if (punctuality.missed(n, intendedNanos, freeSlots(), now)) {
        endUnsent(index, intendedNanos, now, Outcome.DROPPED);
        return;
      }
    }
    var attempt =
        new Attempt(index, phase.users().contextOf(index), intendedNanos, now, timeoutNanos);
    inFlight.add(attempt, now);
    try {
      phase.operation().fire(attempt).onComplete(result -> answered(attempt, result));
    } catch (RuntimeException | Error e) {
      // Whatever a user's operation throws, the lane goes on and the failure is counted.
      settle(attempt, ticker.nanoTime(), Future.failedFuture(e));
    }
  }

  /** The time is taken where the answer arrives; the rest happens on the loop. */
  private void answered(Attempt attempt, AsyncResult<Outcome> result) {
    long doneNanos = ticker.nanoTime();
    if (loop.current()) {
      settle(attempt, doneNanos, result);
    } else {
      loop.execute(() -> settle(attempt, doneNanos, result));
    }
  }

  private void settle(Attempt attempt, long doneNanos, AsyncResult<Outcome> result) {
    if (attempt.settled) {
      // What fails after it was broken off is no answer.
      late += result.succeeded() ? 1 : 0;
      return;
    }
    free(attempt, doneNanos);
    boolean inTime = doneNanos - attempt.intendedNanos <= timeoutNanos;
    end(attempt, doneNanos, inTime ? outcome(result) : Outcome.TIMED_OUT);
    pump();
  }

  private static Outcome outcome(AsyncResult<@Nullable Outcome> result) {
    if (result.failed()) {
      return Outcome.failed(FailureClass.of(result.cause()));
    }
    Outcome outcome = result.result();
    return outcome == null ? Outcome.failed("no-outcome") : outcome;
  }

  private void end(Attempt attempt, long doneNanos, Outcome outcome) {
    end(
        new Sample(
            phase.name(),
            attempt.context().userId(),
            attempt.intendedNanos,
            attempt.sentNanos,
            doneNanos,
            outcome));
  }

  private void endUnsent(long index, long intendedNanos, long now, Outcome outcome) {
    String user = phase.users().userOf(index);
    end(new Sample(phase.name(), user, intendedNanos, now, now, outcome));
  }

  private void end(Sample sample) {
    recorder.record(sample);
    lastOutcomeNanos = Math.max(lastOutcomeNanos, sample.doneNanos());
  }

  private void giveUpOverdue(long now) {
    Attempt a = inFlight.oldest();
    while (a != null && overdue(a.intendedNanos, now)) {
      breakOff(a, now, Outcome.TIMED_OUT);
      a = inFlight.oldest();
    }
    while (sent < due && overdue(intentions.dueNanos(sent, now), now)) {
      giveUpWaiting(sent++, now);
    }
  }

  /** Charged to the target, unless only the generator did not come. */
  private void giveUpWaiting(long n, long now) {
    long intendedNanos = intentions.dueNanos(n, now);
    boolean missed = punctuality.missed(n, intendedNanos, freeSlots(), now);
    punctuality.leaves(n, intendedNanos, now);
    Outcome outcome = missed ? Outcome.DROPPED : Outcome.EXPIRED;
    endUnsent(intentions.index(n), intendedNanos, now, outcome);
  }

  private int freeSlots() {
    return slots - inFlight.size();
  }

  private boolean overdue(long intendedNanos, long now) {
    return now - intendedNanos > timeoutNanos;
  }

  private void leaveUnfinished(long now) {
    for (; sent < due; sent++) {
      endUnsent(intentions.index(sent), intentions.dueNanos(sent, now), now, Outcome.UNFINISHED);
    }
    Attempt a = inFlight.oldest();
    while (a != null && now >= leaveAtNanos) {
      breakOff(a, now, Outcome.UNFINISHED);
      a = inFlight.oldest();
    }
  }

  private void breakOff(Attempt attempt, long now, Outcome outcome) {
    free(attempt, now);
    end(attempt, now, outcome);
    attempt.abandon();
  }

  private void free(Attempt attempt, long now) {
    attempt.settled = true;
    if (freeSlots() == 0) {
      punctuality.slotFreed(now);
    }
    inFlight.remove(attempt, now);
    long pauseNanos = intentions.pauseNanos(attempt.index());
    if (pauseNanos > 0) {
      pauses.add(now + pauseNanos);
    }
  }

  /**
   * @param now up to which all that is due has been counted: no later, or a window would be closed
   *     that something is still to go into
   */
  private void closeWindows(long now) {
    if (now >= nextWindowNanos) {
      recorder.closeBefore(now).forEach(listener::window);
      long passed = 1 + Math.floorDiv(now - nextWindowNanos, Recorder.WINDOW_NANOS);
      nextWindowNanos += passed * Recorder.WINDOW_NANOS;
    }
  }

  private void sleepOrEnd() {
    long now = ticker.nanoTime();
    boolean over = stopping() || intentions.over(due, now);
    if (over && sent == due && inFlight.size() == 0) {
      ended = true;
      alarm.off();
      recorder.closeAll().forEach(listener::window);
      listener.ended(
          new LaneEnd(lastOutcomeNanos, inFlight.peak(), inFlight.integralNanos(), late));
    } else {
      alarm.at(nextEventNanos(now), now);
    }
  }

  /** What happens next without any answer coming in. */
  private long nextEventNanos(long now) {
    long next = Math.min(nextWindowNanos, leaveAtNanos);
    if (!stopping()) {
      boolean open = intentions.open();
      next = Math.min(next, open ? intentions.dueNanos(due, now) : pauses.nextEndNanos());
      next = now < intentions.endNanos() ? Math.min(next, intentions.endNanos()) : next;
    }
    Attempt oldest = inFlight.oldest();
    if (oldest != null) {
      next = Math.min(next, oldest.intendedNanos + timeoutNanos + 1);
    }
    if (sent < due) {
      next = Math.min(next, intentions.dueNanos(sent, now) + timeoutNanos + 1);
    }
    return next;
  }
}
