package dev.harness.cli;

import dev.harness.run.Interruption;
import dev.harness.verdict.ExitCode;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Turns the first Ctrl-C, or request to end, into an orderly end of the run; the second ends the
 * process at once. What it has started ends with it in either case.
 */
final class Signals implements AutoCloseable {
  private final List<Restored> before;

  private Signals(List<Restored> before) {
    this.before = before;
  }

  static Signals interrupting(Interruption interruption) {
    return new Signals(
        List.of(
            handle("INT", ExitCode.INTERRUPTED, interruption),
            handle("TERM", ExitCode.TERMINATED, interruption)));
  }

  private static Restored handle(String name, ExitCode exitCode, Interruption interruption) {
    var signal = new Signal(name);
    SignalHandler handler =
        received -> {
          if (!interruption.ask(exitCode)) {
            Runtime.getRuntime().halt(exitCode.code());
          }
        };
    return new Restored(signal, Signal.handle(signal, handler));
  }

  /** Gives the signals back to whoever had them. */
  @Override
  public void close() {
    before.forEach(restored -> Signal.handle(restored.signal(), restored.handler()));
  }

  private record Restored(Signal signal, SignalHandler handler) {}
}
