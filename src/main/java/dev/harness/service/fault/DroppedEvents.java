package dev.harness.service.fault;

import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Executor;

/** Loses some events on their way to their stream. */
final class DroppedEvents extends OtherEvents {
  private final OneIn delivered = new OneIn(100);

  DroppedEvents(UserEvents honest) {
    super(honest);
  }

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return super.subscribe(userId, delivery).select().where(event -> !delivered.now());
  }
}
