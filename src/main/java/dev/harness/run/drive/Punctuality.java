package dev.harness.run.drive;

import dev.harness.measure.Recorder;

/**
 * How late the generator itself is with the operations of an open load, on one lane. Each gets one
 * lag, which says nothing of the target:
 *
 * <ul>
 *   <li>What had a slot when it was due is as late as it is sent.
 *   <li>What had none is as late as it is noticed. Had the loop been there on time, it might have
 *       read an answer, and had the slot of that.
 *   <li>Or it is as late as what waits before it, where there are slots by now.
 * </ul>
 */
final class Punctuality {
  private final Recorder recorder;
  private final long droppedAfterNanos;
  private final Unnoticed unnoticed = new Unnoticed();
  private long slotFreeSinceNanos;
  private long behindNanos;

  /** Of what waits, operations before this one had a slot. */
  private long slotted;

  /**
   * @param droppedAfterNanos later than this the generator gives up what it should have sent
   */
  Punctuality(Recorder recorder, long droppedAfterNanos, long startNanos) {
    this.recorder = recorder;
    this.droppedAfterNanos = droppedAfterNanos;
    this.slotFreeSinceNanos = startNanos;
  }

  /** All slots were taken, and one of them is no more. */
  void slotFreed(long now) {
    slotFreeSinceNanos = now;
  }

  /**
   * The loop begins to look for what is due.
   *
   * @param oldestNanos when the oldest that waits already was due; {@link Intentions#NEVER} where
   *     nothing waits
   */
  void looks(long oldestNanos, int freeSlots, long now) {
    boolean behind = freeSlots > 0 && oldestNanos != Intentions.NEVER;
    behindNanos = behind ? lagNanos(oldestNanos, now) : 0;
  }

  /**
   * The loop finds that an operation is due.
   *
   * @param first the first that waits to be sent: itself, or one before it
   */
  void noticed(long n, long dueNanos, long first, int freeSlots, long now) {
    if (now - dueNanos > droppedAfterNanos) {
      unnoticed.add(n);
    }
    boolean slot = n - first < freeSlots && slotFreeSinceNanos <= dueNanos;
    if (slot && (n == first || n == slotted)) {
      slotted = n + 1;
    } else {
      recorder.lag(dueNanos, Math.max(behindNanos, now - dueNanos));
    }
  }

  /** An operation stops waiting: to be sent, or because it is too late to send it. */
  void leaves(long n, long dueNanos, long now) {
    if (n < slotted) {
      recorder.lag(dueNanos, lagNanos(dueNanos, now));
    }
  }

  /** Whether the generator comes too late for it: to notice it, or to send it into a free slot. */
  boolean missed(long n, long dueNanos, int freeSlots, long now) {
    return unnoticed.contains(n) || (freeSlots > 0 && lagNanos(dueNanos, now) > droppedAfterNanos);
  }

  /** Since when it could have been sent, where there is a free slot. */
  private long lagNanos(long dueNanos, long now) {
    return now - Math.max(dueNanos, slotFreeSinceNanos);
  }
}
