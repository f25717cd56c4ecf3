package dev.harness.run;

import dev.harness.verdict.ExitCode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants the run to end. Told from a signal handler, asked by the run. */
public final class Interruption {
  private final AtomicReference<@Nullable ExitCode> asked = new AtomicReference<>();
  private volatile Runnable action = () -> {};

  /** Asks the run to end. Only the first word counts; whether it was. */
  public boolean ask(ExitCode exitCode) {
    boolean first = asked.compareAndSet(null, exitCode);
    if (first) {
      action.run();
    }
    return first;
  }

  /** What to do at once when it is asked for; done here and now if it has been already. */
  public void onAsked(Runnable stop) {
    action = stop;
    if (asked() != null) {
      stop.run();
    }
  }

  /** The code to end with; null while nobody asked. */
  public @Nullable ExitCode asked() {
    return asked.get();
  }
}
