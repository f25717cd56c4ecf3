package dev.harness.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * Where a run's events pass through, to whoever listens. They come from the thread of the run, from
 * event loops and from the sampler; listeners get them one after the other.
 */
public final class RunEvents {
  private final BroadcastProcessor<RunEvent> processor = BroadcastProcessor.create();

  /** Tells everybody who listens. Synchronized: the processor wants one caller at a time. */
  public synchronized void publish(RunEvent event) {
    processor.onNext(event);
  }

  /**
   * Events from now on. A listener that falls behind sees the newest and misses those between:
   * nothing that is judged comes this way.
   */
  public Multi<RunEvent> events() {
    return processor.onOverflow().dropPreviousItems();
  }
}
