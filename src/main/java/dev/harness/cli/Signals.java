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

  static Signals interrupting(Interruption interruption) {
    var signals = new Signals();
    signals.handle(INTERRUPT, ExitCode.INTERRUPTED, interruption);
    signals.handle(TERMINATE, ExitCode.TERMINATED, interruption);
    return signals;
  }

  /** Lets a Ctrl-C pass that is meant for another process on the same terminal. */
  static void ignoreInterrupts() {
    org.jline.utils.Signals.register(INTERRUPT, () -> {});
  }

  private void handle(String name, ExitCode exitCode, Interruption interruption) {
    Runnable handler =
        () -> {
          if (!interruption.ask(exitCode)) {
            Runtime.getRuntime().halt(exitCode.code());
          }
        };
    before.put(name, org.jline.utils.Signals.register(name, handler));
  }

  /** Gives the signals back to whoever had them. */
  @Override
  public void close() {
    before.forEach(org.jline.utils.Signals::unregister);
  }
}
