package dev.harness.service;

import dev.harness.reference.ExecutionEngine;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What a request does in its engine. */
@FunctionalInterface
public interface RequestWork {

  /**
   * Works in the engine's scope as it is asked to.
   *
   * @param userToken the user's secret, if the request brought one
   * @param work what it takes
   */
  Uni<RequestResult> run(ExecutionEngine engine, @Nullable String userToken, SimulatedWork work);
}
