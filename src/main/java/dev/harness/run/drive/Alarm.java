package dev.harness.run.drive;

/**
 * Wakes a lane when something is due without an answer coming in. Keeps one timer, and sets another
 * only when that must be earlier: a lane changes its mind with every answer.
 */
final class Alarm {
  private final Loop loop;
  private final Runnable task;
  private boolean set;
  private long atNanos;
  private Runnable cancel = () -> {};

  Alarm(Loop loop, Runnable task) {
    this.loop = loop;
    this.task = task;
  }

  /** Rings at that time at the latest; once too early does no harm. */
  void at(long nanos, long now) {
    if (set && atNanos <= nanos) {
      return;
    }
    cancel.run();
    set = true;
    atNanos = nanos;
    cancel = loop.schedule(this::ring, Math.max(0, nanos - now));
  }

  void off() {
    cancel.run();
    set = false;
  }

  private void ring() {
    set = false;
    task.run();
  }
}
