package dev.harness.service;

import dev.harness.reference.ExecutionEngineFactory;
import dev.harness.reference.UserEventEmitter;
import dev.harness.reference.UserEvents;
import dev.harness.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * What the service is made of. A variant of it is this record with one part exchanged.
 *
 * @param timers on which simulated work waits
 * @param engines opens an engine for each request
 * @param work what a request does in its engine
 * @param events the users' streams
 * @param eventsAhead events that are emitted for a client before its socket has taken them; at
 *     least 1
 * @param sessions the users' sessions; null where no database was configured
 */
public record ServiceParts(
    WorkTimers timers,
    ExecutionEngineFactory engines,
    RequestWork work,
    UserEvents events,
    int eventsAhead,
    @Nullable SessionDatabase sessions) {

  /** The reference system. */
  static ServiceParts reference(
      ServiceOptions options,
      Ticker ticker,
      WorkTimers timers,
      @Nullable SessionDatabase sessions) {
    return new ServiceParts(
        timers,
        new ExecutionEngineFactory(options.engines(), ticker),
        new TimedWork(timers),
        new UserEventEmitter(options.streamCapacity()),
        EventConnection.WINDOW,
        sessions);
  }

  /** These, with other engines. */
  public ServiceParts with(ExecutionEngineFactory other) {
    return new ServiceParts(timers, other, work, events, eventsAhead, sessions);
  }

  /** These, with other work. */
  public ServiceParts with(RequestWork other) {
    return new ServiceParts(timers, engines, other, events, eventsAhead, sessions);
  }

  /** These, with other streams. */
  public ServiceParts with(UserEvents other) {
    return new ServiceParts(timers, engines, work, other, eventsAhead, sessions);
  }

  /** These, with more or fewer events emitted ahead. */
  public ServiceParts withEventsAhead(int other) {
    return new ServiceParts(timers, engines, work, events, other, sessions);
  }

  /** These, with other sessions. */
  public ServiceParts with(@Nullable SessionDatabase other) {
    return new ServiceParts(timers, engines, work, events, eventsAhead, other);
  }
}
