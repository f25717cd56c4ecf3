package dev.harness.target.child;

import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.TargetUnreachableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The reference service as a child process. The child reads its standard input, which this process
 * holds open, and ends when that ends: so it cannot outlive its parent, however the parent dies.
 */
public final class ReferenceServiceProcess implements ServiceProcess {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration END_TIMEOUT = Duration.ofSeconds(5);

  private final Process process;
  private final List<String> command;
  private final ReadyLine ready;

  private ReferenceServiceProcess(Process process, List<String> command, ReadyLine ready) {
    this.process = process;
    this.command = command;
    this.ready = ready;
  }

  /**
   * Starts the service and waits until it listens. Blocks.
   *
   * @param arguments of the command {@code target}
   * @param environment further options, that must not stand in the list of processes
   * @throws TargetUnreachableException where it ends or says nothing within 30 s
   */
  public static ReferenceServiceProcess start(
      List<String> arguments, Map<String, String> environment) {
    List<String> command = OwnCommand.with(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // What the user sets is for the harness, and may hold a password.
    builder.environment().keySet().removeIf(name -> name.startsWith("HARNESS_"));
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new TargetUnreachableException("the reference service cannot be started: " + e, e);
    }
    try {
      Optional<ReadyLine> ready =
          CompletableFuture.supplyAsync(() -> readyLine(process))
              .get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return new ReferenceServiceProcess(
          process, command, ready.orElseThrow(() -> endedEarly(process, command)));
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new TargetUnreachableException(
          "the reference service did not say that it is ready within %d s: %s"
              .formatted(START_TIMEOUT.toSeconds(), String.join(" ", command)),
          e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new TargetUnreachableException("interrupted while the reference service started", e);
    }
  }

  /** Empty where it ends without one. */
  private static Optional<ReadyLine> readyLine(Process process) {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return output.lines().filter(ReadyLine::isOne).findFirst().map(ReadyLine::parse);
  }

  /** Its standard error is ours: why it ended, it has said there itself. */
  private static TargetUnreachableException endedEarly(Process process, List<String> command) {
    String how =
        process
                .onExit()
                .completeOnTimeout(process, END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .isAlive()
            ? "closed its output"
            : "ended with exit code " + process.exitValue();
    process.destroyForcibly();
    return new TargetUnreachableException(
        "the reference service %s before it was ready: %s"
            .formatted(how, String.join(" ", command)));
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public String host() {
    return ready.host();
  }

  @Override
  public int port() {
    return ready.port();
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public String commandLine() {
    return String.join(" ", command);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
