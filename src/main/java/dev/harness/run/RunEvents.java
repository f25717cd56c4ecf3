package dev.harness.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's events pass through, to whoever listens. They come from the thread of the run, from
 * event loops and from the sampler; listeners get them one after the other.
 */
public final class RunEvents {
  private final BroadcastProcessor<RunEvent> processor = BroadcastProcessor.create();
  private final List<Consumer<RunEvent>> judges = new ArrayList<>();
  private @Nullable IllegalStateException broken;

  /** Tells everybody who listens. Synchronized: the processor wants one caller at a time. */
  public synchronized void publish(RunEvent event) {
    if (broken != null) {
      throw broken;
    }
    try {
      judges.forEach(judge -> judge.accept(event));
    } catch (RuntimeException e) {
      broken = new IllegalStateException("an event was not judged: " + event, e);
      throw broken;
    }
    processor.onNext(event);
  }

  /**
   * Hands every event from now on to somebody who judges: none is lost, and in the order in which
   * they are published, on the thread that publishes, before the call returns. That keeps the
   * publisher waiting, which a few events a second can bear; a queue between them would have to
   * lose or to grow. It must be quick, and publish nothing itself. Where it throws, this and every
   * later event is refused, so that no run ends with a verdict that is only half of one.
   */
  public synchronized void judge(Consumer<RunEvent> judge) {
    judges.add(judge);
  }

  /**
   * Events from now on. A listener that falls behind sees the newest and misses those between:
   * nothing that is judged comes this way.
   */
  public Multi<RunEvent> events() {
    return processor.onOverflow().dropPreviousItems();
  }
}
