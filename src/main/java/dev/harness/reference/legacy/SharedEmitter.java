package dev.harness.reference.legacy;

import dev.harness.reference.StreamCounts;
import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.Executor;

/** One emitter for all: each event goes to every stream, whoever it is for. */
public record SharedEmitter(UserEvents streams) implements UserEvents {
  private static final String EVERYBODY = "everybody";

  @Override
  public Multi<UserEvent> subscribe(String userId, Executor delivery) {
    return streams.subscribe(EVERYBODY, delivery);
  }

  @Override
  public int emit(String userId, String payload) {
    return streams.emit(EVERYBODY, payload);
  }

  @Override
  public StreamCounts counts() {
    return streams.counts();
  }

  @Override
  public void close() {
    streams.close();
  }
}
