package dev.harness.check.scenario;

import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.drive.Attempt;
import dev.harness.run.port.StreamTarget.Stream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An iteration under way: what its variables stand for, and the streams that it has. Belongs to the
 * event loop that carries it out.
 */
final class Turn {
  private final Scope scope;
  private final Optional<Attempt> attempt;
  private final Map<StreamService, LiveStream> streams = new HashMap<>();

  /** One that the driver has asked for. */
  Turn(Scope scope, Attempt attempt) {
    this.scope = scope;
    this.attempt = Optional.of(attempt);
  }

  /** One that nobody breaks off. */
  Turn(Scope scope) {
    this.scope = scope;
    this.attempt = Optional.empty();
  }

  Scope scope() {
    return scope;
  }

  Optional<Attempt> attempt() {
    return attempt;
  }

  /** Whether nobody waits for it any more. */
  boolean over() {
    return attempt.map(Attempt::over).orElse(false);
  }

  /** Says how to break off the step that it is at. */
  void onAbandon(Runnable action) {
    attempt.ifPresent(one -> one.onAbandon(action));
  }

  void connected(StreamService service, LiveStream stream) {
    streams.put(service, stream);
  }

  /** A plan that was read connects before it does anything else. */
  LiveStream stream(StreamService service) {
    LiveStream stream = streams.get(service);
    if (stream == null) {
      throw new IllegalStateException("nothing is connected to " + service.name());
    }
    return stream;
  }

  /** Lets go of all that it has. */
  void end() {
    streams.values().forEach(stream -> stream.close(Stream.NORMAL));
  }
}
