package dev.harness.cli;

import dev.harness.run.Interruption;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.time.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that are waited for: not beyond a time, and not when the end is asked for. */
final class BoundedProcess {
  /** To end in good order: a Ctrl-C has reached it, too. Then it is asked, and then made to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final CompletableFuture<Void> asked = new CompletableFuture<>();

  /**
   * @param interruption that ends whichever is under way, and lets none begin
   */
  BoundedProcess(Interruption interruption) {
    interruption.onAsked(() -> asked.complete(null));
  }

  /**
   * Starts one and waits for its end.
   *
   * @return its exit code; none where the end was asked for
   * @throws IOException where it cannot be started
   * @throws TargetUnreachableException where it took too long; then it was ended
   */
  OptionalInt run(ProcessBuilder builder, Duration longest) throws IOException {
    if (asked.isDone()) {
      return OptionalInt.empty();
    }
    Process process = builder.start();
    try {
      CompletableFuture.anyOf(process.onExit(), asked)
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      end(process);
      throw new TargetUnreachableException(
          "%s went on for more than %s, and was ended"
              .formatted(String.join(" ", builder.command()), DurationText.of(longest)),
          e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process has no failure", e);
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
    if (asked.isDone()) {
      endsWithinGrace(process.toHandle());
      end(process);
      return OptionalInt.empty();
    }
    return OptionalInt.of(process.exitValue());
  }

  /** With all that it has started; nothing, where it has ended. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.stream().filter(one -> !endsWithinGrace(one)).forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean endsWithinGrace(ProcessHandle process) {
    return !process
        .onExit()
        .completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .join()
        .isAlive();
  }
}
