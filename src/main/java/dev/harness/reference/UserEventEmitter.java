package dev.harness.reference;

import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps the streams of each user apart; a user without a stream takes no room. */
public final class UserEventEmitter implements UserEvents {
  /** Events that one stream may hold back unless told otherwise. */
  public static final int DEFAULT_CAPACITY = 4_096;

  private final int capacity;
  private final EventTotals totals = new EventTotals();
  private final ConcurrentMap<String, List<EventStream>> streams = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param capacity events that one stream may hold back; at least 1
   */
  public UserEventEmitter(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    this.capacity = capacity;
  }

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return Multi.createFrom().publisher(subscriber -> open(userId, delivery, subscriber));
  }

  @Override
  public int emit(String userId, String payload) {
    int taken = 0;
    for (EventStream stream : streams.getOrDefault(userId, List.of())) {
      if (stream.offer(payload)) {
        taken++;
      }
    }
    return taken;
  }

  @Override
  public StreamCounts counts() {
    int open = 0;
    long queued = 0;
    long bytes = 0;
    for (List<EventStream> ofUser : streams.values()) {
      for (EventStream stream : ofUser) {
        open++;
        queued += stream.queue().size();
        bytes += stream.queue().bytes();
      }
    }
    return new StreamCounts(
        open,
        streams.size(),
        queued,
        bytes,
        totals.accepted.sum(),
        totals.delivered.sum(),
        totals.dropped.sum(),
        totals.discarded.sum(),
        totals.overflowed.sum());
  }

  @Override
  public void close() {
    closed = true;
    streams.values().forEach(ofUser -> ofUser.forEach(EventStream::complete));
  }

  private void open(
      String userId, Executor delivery, Flow.Subscriber<? super UserEvent> subscriber) {
    var stream =
        new EventStream(
            new EventQueue(capacity),
            subscriber,
            delivery,
            totals,
            ended -> streams.computeIfPresent(userId, (user, all) -> without(ended, all)));
    streams.merge(userId, List.of(stream), UserEventEmitter::both);
    subscriber.onSubscribe(stream);
    stream.start();
    if (closed) {
      // The closing may have passed over the map before this stream was in it.
      stream.complete();
    }
  }

  private static List<EventStream> both(List<EventStream> all, List<EventStream> more) {
    var sum = new ArrayList<EventStream>(all.size() + more.size());
    sum.addAll(all);
    sum.addAll(more);
    return List.copyOf(sum);
  }

  /** Null, which takes the user out of the map, where no stream is left. */
  private static @Nullable List<EventStream> without(EventStream ended, List<EventStream> all) {
    List<EventStream> left = all.stream().filter(stream -> stream != ended).toList();
    return left.isEmpty() ? null : left;
  }
}
