package dev.harness.service;

import dev.harness.reference.ExecutionEngineFactory;
import dev.harness.reference.SessionStore;
import dev.harness.reference.UserEventEmitter;
import dev.harness.reference.UserEvents;
import dev.harness.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * What the service is made of. A faulty variant is this record with one part exchanged.
 *
 * @param engines opens an engine for each request
 * @param work what a request does in its engine
 * @param events the users' streams
 * @param sessions the users' sessions; null where no database was configured
 */
record ServiceParts(
    ExecutionEngineFactory engines,
    RequestWork work,
    UserEvents events,
    @Nullable SessionStore sessions) {

  /** The reference system. */
  static ServiceParts reference(
      ServiceOptions options, Ticker ticker, WorkTimers timers, @Nullable SessionStore sessions) {
    return new ServiceParts(
        new ExecutionEngineFactory(options.engines(), ticker),
        new TimedWork(timers),
        new UserEventEmitter(options.streamCapacity()),
        sessions);
  }
}
