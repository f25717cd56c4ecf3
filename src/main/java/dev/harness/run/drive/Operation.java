package dev.harness.run.drive;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;

/** What is done again and again: one request, one transaction, one round of events. */
@FunctionalInterface
public interface Operation {

  /**
   * Starts it. Called on an event loop: it must not block. Once the attempt's time is over the
   * driver stops waiting, and an answer that comes later is counted as late, and as nothing else.
   *
   * @return how it ended; a failed future counts as failed, in the class of its cause
   */
  Future<Outcome> fire(Attempt attempt);
}
