package dev.harness.cli;

import dev.harness.run.Interruption;
import dev.harness.verdict.ExitCode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the first Ctrl-C, or request to end, into an orderly end of the run; the second ends the
 * process at once. What it has started ends with it in either case.
 */
final class Signals implements AutoCloseable {
  private static final String INTERRUPT = "INT";
  private static final String TERMINATE = "TERM";

  /** What each signal did before. */
  private final Map<String, Object> before = new TreeMap<>();

  private Signals() {}

  /**
   * @param first done when the end is asked for, after the run has been told
   */
  static Signals interrupting(Interruption interruption, Runnable first) {
    var signals = new Signals();
    signals.handle(INTERRUPT, ends(ExitCode.INTERRUPTED, interruption, first));
    signals.handle(TERMINATE, ends(ExitCode.TERMINATED, interruption, first));
    return signals;
  }

  /**
   * @param resized done when the terminal has another size
   * @param resumed done when the program goes on after it was stopped
   */
  static Signals ofTerminal(Runnable resized, Runnable resumed) {
    var signals = new Signals();
    signals.handle("WINCH", resized);
    signals.handle("CONT", resumed);
    return signals;
  }

  /** Lets a Ctrl-C pass that is meant for another process on the same terminal. */
  static void ignoreInterrupts() {
    org.jline.utils.Signals.register(INTERRUPT, () -> {});
  }

  private static Runnable ends(ExitCode exitCode, Interruption interruption, Runnable first) {
    return () -> {
      if (!interruption.ask(exitCode)) {
        Runtime.getRuntime().halt(exitCode.code());
      }
      first.run();
    };
  }

  private void handle(String name, Runnable handler) {
    before.put(name, org.jline.utils.Signals.register(name, handler));
  }

  /** Gives the signals back to whoever had them. */
  @Override
  public void close() {
    before.forEach(org.jline.utils.Signals::unregister);
  }
}
