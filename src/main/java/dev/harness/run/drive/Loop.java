package dev.harness.run.drive;

/** The event loop that a lane lives on. A test drives one by hand. */
interface Loop {

  /** Whether the caller is on it. */
  boolean current();

  /** Runs the task soon, after what is waiting already. */
  void execute(Runnable task);

  /** Runs the task once, after so many nanoseconds; the handle calls it off. */
  Runnable schedule(Runnable task, long delayNanos);
}
