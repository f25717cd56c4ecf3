package dev.harness.cli;

import dev.harness.run.Interruption;
import dev.harness.verdict.ExitCode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What signals do to this process. What it has started ends with it, however it ends. */
public final class Signals implements AutoCloseable {
  private static final String INTERRUPT = "INT";
  private static final Map<String, ExitCode> ENDING =
      Map.of(INTERRUPT, ExitCode.INTERRUPTED, "TERM", ExitCode.TERMINATED);

  private static final Duration LONGEST_START = Duration.ofSeconds(5);
  private static final CountDownLatch STARTED = new CountDownLatch(1);

  /** What each signal did before. */
  private final Map<String, Object> before = new TreeMap<>();

  private Signals() {}

  /**
   * A Ctrl-C, or request to end, ends the process as soon as the framework has started: for as long
   * as nothing else has been. Without it the framework would let the command run to its end, and
   * then tell that it was interrupted; to end in the middle of its start could leave a library that
   * it has unpacked and not loaded yet.
   */
  public static void endOnceStarted() {
    whenAskedToEnd(
        exitCode -> {
          System.err.println("harness: interrupted before anything was started");
          awaitStart();
          Runtime.getRuntime().halt(exitCode.code());
        });
  }

  /** The framework has started. */
  public static void started() {
    STARTED.countDown();
  }

  private static void awaitStart() {
    try {
      // A start that takes longer hangs, and is ended all the same.
      STARTED.await(LONGEST_START.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The first asks the run to end in good order; the second ends the process at once. It holds for
   * the rest of the process.
   *
   * @param first done when the end is asked for, after the run has been told
   */
  static void interrupt(Interruption interruption, Runnable first) {
    whenAskedToEnd(
        exitCode -> {
          if (!interruption.ask(exitCode)) {
            Runtime.getRuntime().halt(exitCode.code());
          }
          first.run();
        });
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

  private static void whenAskedToEnd(Consumer<ExitCode> handler) {
    ENDING.forEach(
        (name, exitCode) -> org.jline.utils.Signals.register(name, () -> handler.accept(exitCode)));
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
