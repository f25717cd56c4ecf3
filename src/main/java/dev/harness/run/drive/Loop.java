package dev.harness.run.drive;

import java.util.OptionalLong;

/** The event loop that a lane lives on. A test drives one by hand. */
interface Loop {

  /** Whether the caller is on it. */
  boolean current();

  /** The id of its thread; empty where it has none that stays the same. */
  OptionalLong threadId();

  /** Runs the task soon, after what is waiting already. */
  void execute(Runnable task);

  /** Runs the task once, after so many nanoseconds; the handle calls it off. */
  Runnable schedule(Runnable task, long delayNanos);
}
