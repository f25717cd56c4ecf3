package dev.harness.own;

import dev.harness.run.port.ForeignCall;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.user.ContextSystem;
import dev.harness.user.ContextSystem.Engine;
import dev.harness.user.FailedCallException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A user's own system, of which each check has another one made. */
public final class OwnSystem {
  private static final Duration LONGEST_TRIAL = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<? extends ContextSystem> maker;
  private final Calls calls = new Calls();

  /**
   * @param name what reports call it
   * @param maker gives a new one each time, which whoever asked for it closes
   */
  public OwnSystem(String name, Supplier<? extends ContextSystem> maker) {
    this.name = name;
    this.maker = maker;
  }

  /** What reports call it. */
  public String name() {
    return name;
  }

  /**
   * A new one. Whatever it throws that it may not comes as a {@link FailedCallException}.
   *
   * @throws FailedCallException where it cannot be made
   */
  public ContextSystem open() {
    return GuardedSystem.make(name, maker, calls);
  }

  /** The call of one of them that a check is in now. */
  Optional<ForeignCall> underWay() {
    return calls.current();
  }

  /**
   * Has one made do one request: what cannot do that is not worth a load.
   *
   * @throws TargetUnreachableException where it does not, within 10 s
   */
  public void requireWorking() {
    requireWorking(LONGEST_TRIAL);
  }

  /** On a thread of its own: nothing else would bring back one that never returns. */
  void requireWorking(Duration patience) {
    var step = new AtomicReference<>("constructor");
    var end = new CompletableFuture<Void>();
    // It is this thread here that gives up; the other one must not do so before.
    Duration longer = patience.multipliedBy(2);
    var thread = new Thread(() -> tryOut(step, longer, end), "trial of " + name);
    thread.setDaemon(true);
    thread.start();
    try {
      end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unreachable(String.valueOf(step.get()), String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      // Before the interruption, after which it may go on to the next.
      String stuck = String.valueOf(step.get());
      thread.interrupt();
      throw unreachable(stuck, "did not end within %,d ms".formatted(patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(String.valueOf(step.get()), "interrupted");
    }
  }

  private TargetUnreachableException unreachable(String step, String reason) {
    return new TargetUnreachableException(
        "%s cannot do one request: %s: %s".formatted(name, step, reason));
  }

  private void tryOut(
      AtomicReference<String> step, Duration patience, CompletableFuture<Void> end) {
    try {
      ContextSystem system = maker.get();
      step.set("createContext");
      Object context = system.createContext("user-0", "thread-0", "run-0", "request-0");
      step.set("openEngine");
      Engine engine = awaited(system.openEngine(context), patience);
      step.set("Engine.execute");
      awaited(engine.execute(), patience);
      step.set("Engine.close");
      awaited(engine.close(), patience);
      step.set("close");
      system.close();
      end.complete(null);
    } catch (Throwable e) { // whatever it is, it is what the trial is to find out
      end.completeExceptionally(e);
    }
  }

  private static <T> T awaited(Uni<T> uni, Duration patience) {
    return uni.await().atMost(patience);
  }
}
