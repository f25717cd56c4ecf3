package dev.harness.reference;

import io.smallrye.mutiny.Multi;
import java.util.concurrent.Executor;

/** Events of users, each going to the streams of that user and to nobody else's. */
public interface UserEvents extends AutoCloseable {

  /**
   * A stream of the user's events from now on. It is registered when it is subscribed to, and
   * leaves nothing behind when it is cancelled.
   *
   * <p>What the subscriber has not asked for yet waits in a bounded queue. A stream whose queue
   * overflows ends with {@link SlowConsumerException}, and what it held is counted as dropped: so
   * the sequence numbers of a live stream never have a gap.
   *
   * @param delivery runs deliveries, one at a time for each stream; a burst costs it one task
   */
  Multi<UserEvent> subscribe(String userId, Executor delivery);

  /** Queues an event for each of the user's streams; returns how many took it. */
  int emit(String userId, String payload);

  /** What it holds and what it has done so far. */
  StreamCounts counts();

  /** Completes every stream; later subscriptions complete at once. */
  @Override
  void close();
}
