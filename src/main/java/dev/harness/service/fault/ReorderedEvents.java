package dev.harness.service.fault;

import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets some events be overtaken by the one that follows them. */
final class ReorderedEvents extends OtherEvents {
  private final OneIn delivered = new OneIn(100);

  ReorderedEvents(UserEvents honest) {
    super(honest);
  }

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return Multi.createFrom()
        .deferred(
            () -> {
              var overtaking = new Overtaking();
              return super.subscribe(userId, delivery)
                  .onItem()
                  .transformToIterable(overtaking::next);
            });
  }

  /** Of one stream, whose events come one at a time. */
  private final class Overtaking {
    private @Nullable UserEvent held;

    List<UserEvent> next(UserEvent event) {
      UserEvent overtaken = held;
      held = null;
      if (overtaken != null) {
        return List.of(event, overtaken);
      }
      if (delivered.now()) {
        held = event;
        return List.of();
      }
      return List.of(event);
    }
  }
}
