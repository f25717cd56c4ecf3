package dev.harness.run;

import dev.harness.verdict.ExitCode;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run is to end early: because somebody asks for it, told from a signal handler, or
 * because of what was measured. Asked by the run.
 */
public final class Interruption {
  private final AtomicReference<@Nullable ExitCode> asked = new AtomicReference<>();
  private final AtomicReference<@Nullable String> aborted = new AtomicReference<>();
  private volatile Runnable action = () -> {};

  /** Who is in something that blocks. Guarded by this. */
  private @Nullable Thread blocked;

  /** Asks the run to end. Only the first word counts; whether it was. */
  public boolean ask(ExitCode exitCode) {
    boolean first = asked.compareAndSet(null, exitCode);
    if (first) {
      stop();
    }
    return first;
  }

  /**
   * Ends the run because it has failed already. Whoever asks for the end afterwards is still the
   * first to ask.
   *
   * @param reason in plain words
   */
  void abort(String reason) {
    if (asked.get() == null && aborted.compareAndSet(null, reason)) {
      stop();
    }
  }

  private void stop() {
    interruptBlocked();
    action.run();
  }

  /** What to do at once when it is asked for; done here and now if it has been already. */
  public void onAsked(Runnable stop) {
    action = stop;
    if (asked() != null) {
      stop.run();
    }
  }

  /**
   * Does something that blocks, such as starting a target; when the run is asked to end, or has
   * been, its thread is interrupted. Not to be nested.
   */
  public <T> T whileBlocked(Supplier<T> work) {
    enter(Thread.currentThread());
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter(Thread thread) {
    blocked = thread;
    if (asked() != null) {
      thread.interrupt();
    }
  }

  /** Whoever goes on has this to ask; an interrupt would only keep it from tidying up. */
  private synchronized void leave() {
    blocked = null;
    Thread.interrupted();
  }

  private synchronized void interruptBlocked() {
    if (blocked != null) {
      blocked.interrupt();
    }
  }

  /** The code to end with; null while the run may go on. */
  public @Nullable ExitCode asked() {
    ExitCode word = asked.get();
    return word == null && aborted.get() != null ? ExitCode.FAILED : word;
  }

  /** Why the run ended itself; null where it did not. */
  @Nullable String aborted() {
    return aborted.get();
  }
}
