package dev.harness.service.fault;

import dev.harness.reference.StreamCounts;
import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Executor;

/** Streams as they are, for variants that change one thing about them. */
abstract class OtherEvents implements UserEvents {
  private final UserEvents honest;

  OtherEvents(UserEvents honest) {
    this.honest = honest;
  }

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return honest.subscribe(userId, delivery);
  }

  @Override
  public int emit(String userId, String payload) {
    return honest.emit(userId, payload);
  }

  @Override
  public StreamCounts counts() {
    return honest.counts();
  }

  @Override
  public void close() {
    honest.close();
  }
}
