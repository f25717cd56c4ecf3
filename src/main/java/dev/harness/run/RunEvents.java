package dev.harness.run;

import dev.harness.time.Ticker;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline that a run's events pass through. They come from the thread of the run, from event
 * loops and from the sampler, wait in one bounded queue, and are judged on a thread of their own,
 * one after the other; views see them after that, on another thread. So neither who judges nor a
 * terminal that does not read can hold up the load.
 */
public final class RunEvents implements AutoCloseable {
  /** What minutes bring: whoever is so far behind has failed. */
  static final int MOST_WAITING = 4_096;

  /** What a view may be behind before it misses something. */
  private static final int MOST_UNSEEN = 64;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final UnicastProcessor<Passing> queue =
      UnicastProcessor.create(new ArrayBlockingQueue<>(MOST_WAITING), () -> {});
  private final BroadcastProcessor<RunEvent> judged = BroadcastProcessor.create();
  private final List<Judge> judges = new ArrayList<>();
  private final Ticker ticker;
  private final Executor viewing;
  private final Runnable end;
  private final AtomicInteger waiting = new AtomicInteger();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
  private @Nullable IllegalStateException broken;

  private RunEvents(Ticker ticker, Executor judging, Executor viewing, Runnable end) {
    this.ticker = ticker;
    this.viewing = viewing;
    this.end = end;
    queue.emitOn(judging).subscribe().with(this::pass, this::breakDown);
  }

  /** Somebody who judges events, or keeps them. */
  @FunctionalInterface
  public interface Judge {

    /**
     * Takes the next event.
     *
     * @param at when it was published, in nanoseconds of the run's clock; never goes back
     */
    void accept(long at, RunEvent event);
  }

  /** An event on its way. */
  private record Passing(long at, RunEvent event, CompletableFuture<Void> passed) {}

  /** A pipeline on threads of its own, until it is closed. */
  public static RunEvents onOwnThreads(Ticker ticker) {
    ExecutorService judging = thread("pipeline");
    ExecutorService viewing = thread("views");
    return new RunEvents(
        ticker,
        judging,
        viewing,
        () -> {
          judging.shutdown();
          viewing.shutdown();
          awaitViews(viewing);
        });
  }

  /** A pipeline on the threads that publish: for a clock that is driven by hand. */
  public static RunEvents inline(Ticker ticker) {
    return new RunEvents(ticker, Runnable::run, Runnable::run, () -> {});
  }

  /**
   * Hands an event on, and does not wait for whoever listens.
   *
   * @throws IllegalStateException once an event could not be judged: no run ends with a verdict
   *     that is only half of one
   */
  public synchronized void publish(RunEvent event) {
    if (broken != null) {
      throw broken;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      throw breakDown(new IllegalStateException("%,d events wait".formatted(MOST_WAITING)));
    }
    last = new CompletableFuture<>();
    queue.onNext(new Passing(ticker.nanoTime(), event, last));
  }

  /**
   * Hands every event from now on to somebody who judges or keeps it: in the order in which they
   * are published, and none is lost. Where it throws, or falls behind for minutes, the pipeline is
   * broken, and so is the run.
   */
  public synchronized void judge(Judge judge) {
    judges.add(judge);
  }

  /**
   * Shows events from now on to somebody who only looks on. Who falls behind sees the newest and
   * misses those between.
   */
  public void show(Consumer<RunEvent> view) {
    judged
        .onOverflow()
        .dropPreviousItems()
        .emitOn(viewing, MOST_UNSEEN)
        .subscribe()
        .with(view, failure -> {});
  }

  /**
   * Waits until all that was published has been judged.
   *
   * @throws IllegalStateException where that cannot be, or does not come to be within 10 s
   */
  public void settle() {
    CompletableFuture<Void> awaited;
    synchronized (this) {
      awaited = last;
    }
    try {
      awaited.get(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("events were not judged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while events were judged", e);
    }
  }

  /** Ends the pipeline, once views have seen what is there, or do not look within some seconds. */
  @Override
  public void close() {
    judged.onComplete();
    end.run();
  }

  private void pass(Passing passing) {
    waiting.decrementAndGet();
    try {
      judges().forEach(judge -> judge.accept(passing.at(), passing.event()));
      judged.onNext(passing.event());
      passing.passed().complete(null);
    } catch (RuntimeException | Error e) {
      breakDown(e);
    }
  }

  private synchronized List<Judge> judges() {
    return List.copyOf(judges);
  }

  private synchronized IllegalStateException breakDown(Throwable cause) {
    if (broken == null) {
      broken = new IllegalStateException("an event was not judged", cause);
    }
    last.completeExceptionally(broken);
    return broken;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void awaitViews(ExecutorService viewing) {
    try {
      if (!viewing.awaitTermination(2, TimeUnit.SECONDS)) {
        viewing.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
