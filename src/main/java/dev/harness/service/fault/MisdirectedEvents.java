package dev.harness.service.fault;

import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.smallrye.mutiny.Multi;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** Sends some events to somebody else, where somebody else has a stream. */
final class MisdirectedEvents extends OtherEvents {
  private final ConcurrentMap<String, Integer> streams = new ConcurrentHashMap<>();
  private final OneIn emitted = new OneIn(100);

  MisdirectedEvents(UserEvents honest) {
    super(honest);
  }

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return super.subscribe(userId, delivery)
        .onSubscription()
        .invoke(() -> streams.merge(userId, 1, Integer::sum))
        .onTermination()
        .invoke(() -> streams.computeIfPresent(userId, (user, n) -> n == 1 ? null : n - 1));
  }

  @Override
  public int emit(String userId, String payload) {
    Optional<String> wrong = emitted.now() ? somebodyElse(userId) : Optional.empty();
    return super.emit(wrong.orElse(userId), payload);
  }

  private Optional<String> somebodyElse(String userId) {
    return streams.keySet().stream().filter(user -> !user.equals(userId)).findFirst();
  }
}
