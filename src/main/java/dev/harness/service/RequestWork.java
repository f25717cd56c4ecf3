package dev.harness.service;

import dev.harness.reference.ExecutionEngine;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What a request does in its engine. */
@FunctionalInterface
public interface RequestWork {

  /**
   * Works in the engine's scope for the time given.
   *
   * @param userToken the user's secret, if the request brought one
   * @param millis simulated work, 0 or more
   */
  Uni<RequestResult> run(ExecutionEngine engine, @Nullable String userToken, int millis);
}
