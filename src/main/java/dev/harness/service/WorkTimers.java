package dev.harness.service;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.LongAdder;

/** Timers on the caller's event loop, counted so that one left behind shows. */
public final class WorkTimers {
  private final Vertx vertx;
  private final LongAdder running = new LongAdder();

  WorkTimers(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Yields after the time given, and at the earliest after one turn of the event loop; cancelling
   * takes the timer away.
   *
   * @param millis 0 or more
   */
  public Uni<Void> after(int millis) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (millis == 0) {
                vertx.runOnContext(turn -> emitter.complete(null));
                return;
              }
              running.increment();
              long timer =
                  vertx.setTimer(
                      millis,
                      fired -> {
                        running.decrement();
                        emitter.complete(null);
                      });
              emitter.onTermination(
                  () -> {
                    if (vertx.cancelTimer(timer)) {
                      running.decrement();
                    }
                  });
            });
  }

  /** Timers that are running now. */
  long running() {
    return running.sum();
  }
}
