package dev.harness.reference;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One subscriber's stream: events wait in its queue until they are asked for. Deliveries run one at
 * a time in the executor, as many as there is demand for in one task.
 */
final class EventStream implements Flow.Subscription {
  private enum State {
    LIVE,
    OVERFLOWED,
    COMPLETED,
    ILL_REQUESTED,
    ENDED
  }

  private final EventQueue queue;
  private final Flow.Subscriber<? super UserEvent> subscriber;
  private final Executor delivery;
  private final EventTotals totals;
  private final Consumer<EventStream> whenEnded;

  private final AtomicReference<State> state = new AtomicReference<>(State.LIVE);
  private final AtomicLong demand = new AtomicLong();

  /**
   * Calls since the running delivery looked last; the one that finds zero starts a delivery. It
   * begins at one, so that nothing is delivered before {@link #start}.
   */
  private final AtomicInteger signals = new AtomicInteger(1);

  EventStream(
      EventQueue queue,
      Flow.Subscriber<? super UserEvent> subscriber,
      Executor delivery,
      EventTotals totals,
      Consumer<EventStream> whenEnded) {
    this.queue = queue;
    this.subscriber = subscriber;
    this.delivery = delivery;
    this.totals = totals;
    this.whenEnded = whenEnded;
  }

  EventQueue queue() {
    return queue;
  }

  /** Begins to deliver; called once, when the subscriber has been given this subscription. */
  void start() {
    delivery.execute(this::deliver);
  }

  /** Queues an event; false where the stream has ended, or ends now because it overflows. */
  boolean offer(String payload) {
    return switch (queue.offer(payload)) {
      case TAKEN -> {
        totals.accepted.increment();
        signal();
        yield true;
      }
      case OVERFLOW -> {
        if (leave(State.OVERFLOWED)) {
          totals.overflowed.increment();
          totals.dropped.add(queue.end());
        }
        yield false;
      }
      case ENDED -> false;
    };
  }

  /** Ends the stream normally; what still waits is discarded. */
  void complete() {
    if (leave(State.COMPLETED)) {
      totals.discarded.add(queue.end());
    }
  }

  @Override
  public void request(long count) {
    if (count <= 0) {
      if (leave(State.ILL_REQUESTED)) {
        totals.discarded.add(queue.end());
      }
      return;
    }
    demand.accumulateAndGet(count, EventStream::addCapped);
    signal();
  }

  @Override
  public void cancel() {
    if (state.compareAndSet(State.LIVE, State.ENDED)) {
      whenEnded.accept(this);
      totals.discarded.add(queue.end());
    }
  }

  private boolean leave(State how) {
    if (!state.compareAndSet(State.LIVE, how)) {
      return false;
    }
    whenEnded.accept(this);
    signal();
    return true;
  }

  private void signal() {
    if (signals.getAndIncrement() == 0) {
      delivery.execute(this::deliver);
    }
  }

  private void deliver() {
    int seen = signals.get();
    do {
      deliverWhatIsAskedFor();
      tellTheEnd();
      seen = signals.addAndGet(-seen);
    } while (seen != 0);
  }

  private void deliverWhatIsAskedFor() {
    long asked = demand.get();
    long done = 0;
    while (done < asked && state.get() == State.LIVE) {
      UserEvent event = queue.poll();
      if (event == null) {
        break;
      }
      totals.delivered.increment();
      subscriber.onNext(event);
      done++;
    }
    if (done > 0 && asked != Long.MAX_VALUE) {
      demand.addAndGet(-done);
    }
  }

  private void tellTheEnd() {
    State ending = Objects.requireNonNull(state.get());
    if (ending == State.LIVE || !state.compareAndSet(ending, State.ENDED)) {
      return;
    }
    switch (ending) {
      case OVERFLOWED -> subscriber.onError(new SlowConsumerException(queue.capacity()));
      case COMPLETED -> subscriber.onComplete();
      case ILL_REQUESTED ->
          subscriber.onError(new IllegalArgumentException("at least one event must be requested"));
      case LIVE, ENDED -> {}
    }
  }

  private static long addCapped(long held, long more) {
    long sum = held + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
