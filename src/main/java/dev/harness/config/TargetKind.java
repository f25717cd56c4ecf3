package dev.harness.config;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import java.util.Optional;

/**
 * What kind of target a step goes to.
 *
 * @param step that goes to it, as messages call it
 * @param urls what its URL begins with
 */
record TargetKind<S extends Service>(Class<S> type, String step, String urls) {
  static final TargetKind<HttpService> HTTP =
      new TargetKind<>(HttpService.class, "a request", "http:// or https://");
  static final TargetKind<StreamService> STREAMS =
      new TargetKind<>(StreamService.class, "a stream", "ws:// or wss://");

  static final TargetKind<DatabaseService> DATABASES =
      new TargetKind<>(DatabaseService.class, "a statement", "postgresql://");

  /** The target, if it is of this kind. */
  Optional<NamedTarget<S>> of(NamedTarget<?> target) {
    return type.isInstance(target.service())
        ? Optional.of(
            new NamedTarget<>(type.cast(target.service()), target.headers(), target.process()))
        : Optional.empty();
  }
}
