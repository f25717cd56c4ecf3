package dev.harness.run.drive;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server that works off one request after the other, on hand-driven loops. Its callers may lose
 * patience: then they ask again, while what they asked for before is still worked off for nobody.
 */
public final class SimulatedServer implements Operation {
  private static final Duration ENDLESS = Duration.ofDays(1);

  private final HandDrivenLoops loops;
  private final long perRequestNanos;
  private final long patienceNanos;
  private long busyUntilNanos;

  private SimulatedServer(HandDrivenLoops loops, Duration perRequest, Duration patience) {
    this.loops = loops;
    this.perRequestNanos = perRequest.toNanos();
    this.patienceNanos = patience.toNanos();
  }

  /** Callers wait for as long as it takes. */
  public static SimulatedServer patient(HandDrivenLoops loops, Duration perRequest) {
    return new SimulatedServer(loops, perRequest, ENDLESS);
  }

  /** Callers ask again each time they have waited for so long. */
  public static SimulatedServer retried(
      HandDrivenLoops loops, Duration perRequest, Duration patience) {
    return new SimulatedServer(loops, perRequest, patience);
  }

  /** Does nothing for a while, once that much time has passed. */
  public void stall(Duration after, Duration time) {
    loops.elsewhere(after, () -> busyUntilNanos = startNanos() + time.toNanos());
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    Promise<Outcome> answer = Promise.promise();
    var abandoned = new AtomicBoolean();
    attempt.onAbandon(() -> abandoned.set(true));
    ask(answer, abandoned);
    return answer.future();
  }

  private void ask(Promise<Outcome> answer, AtomicBoolean abandoned) {
    busyUntilNanos = startNanos() + perRequestNanos;
    long waitNanos = busyUntilNanos - loops.ticker.nanoTime();
    if (waitNanos <= patienceNanos) {
      loops.here(Duration.ofNanos(waitNanos), () -> answer.tryComplete(Outcome.COMPLETED));
    } else {
      loops.here(Duration.ofNanos(patienceNanos), () -> askAgain(answer, abandoned));
    }
  }

  private void askAgain(Promise<Outcome> answer, AtomicBoolean abandoned) {
    if (!abandoned.get()) {
      ask(answer, abandoned);
    }
  }

  private long startNanos() {
    return Math.max(busyUntilNanos, loops.ticker.nanoTime());
  }
}
