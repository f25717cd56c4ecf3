package dev.harness.service.fault;

import dev.harness.reference.UserEventEmitter;
import dev.harness.reference.UserEvents;
import dev.harness.reference.UserTransactions;
import dev.harness.service.RequestWork;
import dev.harness.service.ServiceParts;
import dev.harness.service.SessionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One thing that is otherwise than in the reference service. */
public enum Fault {
  LEAK_PER_REQUEST(
      "leak-per-request",
      "keeps 1 KB of every request",
      Must.BE_CAUGHT,
      work(honest -> new KeptMemory(honest, 1_024))),
  LEAK_A_LITTLE(
      "leak-a-little",
      "keeps 16 bytes of every request",
      Must.NOT_BE_CLEARED,
      work(honest -> new KeptMemory(honest, KeptMemory.SMALLEST))),
  LEAK_CONNECTION(
      "leak-connection",
      "one database connection in 100 is never given back",
      Must.BE_CAUGHT,
      transactions(LeakedConnections::new)),
  OPEN_TRANSACTION(
      "open-transaction",
      "one transaction in 100 is left open",
      Must.BE_CAUGHT,
      transactions(OpenTransactions::new)),
  USER_PER_SESSION(
      "user-per-session",
      "the user is set per session; one transaction in 100 sets none",
      Must.BE_CAUGHT,
      transactions(UserPerSession::new)),
  SHARED_CONNECTION(
      "shared-connection",
      "all users share one database connection at once",
      Must.BE_CAUGHT,
      transactions(SharedConnection::new)),
  CACHE_WITHOUT_USER(
      "cache-without-user",
      "one answer in 100 is of a cache whose key lacks the user",
      Must.BE_CAUGHT,
      work(CacheWithoutUser::new)),
  WRONG_STREAM(
      "wrong-stream",
      "one event in 100 goes to another user's stream",
      Must.BE_CAUGHT,
      events(MisdirectedEvents::new)),
  DROPPED_EVENT(
      "dropped-event",
      "one event in 100 does not arrive",
      Must.BE_CAUGHT,
      events(DroppedEvents::new)),
  REORDERED_EVENT(
      "reordered-event",
      "one event in 100 is overtaken by the next",
      Must.BE_CAUGHT,
      events(ReorderedEvents::new)),
  LOST_CONTEXT(
      "lost-context",
      "one request in 100 loses its context in an asynchronous hop",
      Must.BE_CAUGHT,
      work(LostContext::new)),
  UNBOUNDED_QUEUE(
      "unbounded-queue",
      "events pile up for a client that does not read",
      Must.BE_CAUGHT,
      parts(
          parts ->
              parts
                  .with(new UserEventEmitter(Integer.MAX_VALUE))
                  .withEventsAhead(Integer.MAX_VALUE))),
  ENGINE_LEFT(
      "engine-left",
      "one request in 100 leaves an engine registered",
      Must.BE_CAUGHT,
      parts(parts -> parts.with(new LeftEngines(parts.work(), parts.engines())))),
  TIMER_LEFT(
      "timer-left",
      "one request in 100 leaves a timer running",
      Must.BE_CAUGHT,
      parts(parts -> parts.with(new LeftTimers(parts.work(), parts.timers())))),
  LIMIT_RACE(
      "limit-race",
      "an engine is counted 20 ms after its user was let in",
      Must.BE_CAUGHT,
      parts(
          parts ->
              parts.with(
                  parts
                      .engines()
                      .countedBy(
                          new RacySlots(parts.engines().limits().perUser(), parts.timers()))))),
  LATE_RESPONSE(
      "late-response",
      "one answer in 100 is late, and handed to the next user",
      Must.BE_CAUGHT,
      work(LateAnswers::new)),
  BOUNDED_CACHE(
      "bounded-cache",
      "a cache that fills to its bound and stays",
      Must.BE_LEFT_ALONE,
      work(BoundedCache::new)),
  SLOW("slow", "each request takes 100 ms more", Must.BE_LEFT_ALONE, slowerBy(100)),
  SLOW_10MS(
      "slow-10ms",
      "each request takes 10 ms more, which keeps to all limits: harness compare tells",
      Must.BE_LEFT_ALONE,
      slowerBy(10)),
  RECYCLED_CONNECTIONS(
      "recycled-connections",
      "database connections are replaced after a second",
      Must.BE_LEFT_ALONE,
      sessions(
          honest ->
              honest.pooledBy(
                  new PoolOptions()
                      .setMaxLifetime(1)
                      .setMaxLifetimeUnit(TimeUnit.SECONDS)
                      .setPoolCleanerPeriod(100))));

  /** What the harness owes a variant. */
  public enum Must {
    /** A fault: checks must fail because of it. */
    BE_CAUGHT,
    /** A fault too small to be found each time: no check may say that there is none. */
    NOT_BE_CLEARED,
    /** No fault: no check may fail because of it. */
    BE_LEFT_ALONE
  }

  private final String id;
  private final String description;
  private final Must must;

  // A function without state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Change change;

  Fault(String id, String description, Must must, Change change) {
    this.id = id;
    this.description = description;
    this.must = must;
    this.change = change;
  }

  /** The one that is called so; empty where none is. */
  public static Optional<Fault> called(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  /** What the command line calls it. */
  public String id() {
    return id;
  }

  /** What is otherwise, in one line. */
  public String description() {
    return description;
  }

  public Must must() {
    return must;
  }

  /** Whether it is in what the service does with a database, and so not in one without. */
  public boolean needsDatabase() {
    return change.needsDatabase;
  }

  /**
   * The honest parts with one exchanged.
   *
   * @throws IllegalArgumentException where it needs a database and there is none
   */
  public ServiceParts in(ServiceParts honest) {
    return change.parts.apply(honest);
  }

  private record Change(UnaryOperator<ServiceParts> parts, boolean needsDatabase) {}

  private static Change parts(UnaryOperator<ServiceParts> change) {
    return new Change(change, false);
  }

  private static Change slowerBy(int millis) {
    return parts(parts -> parts.with(new SlowWork(parts.work(), parts.timers(), millis)));
  }

  private static Change work(UnaryOperator<RequestWork> faulty) {
    return parts(parts -> parts.with(faulty.apply(parts.work())));
  }

  private static Change events(UnaryOperator<UserEvents> faulty) {
    return parts(parts -> parts.with(faulty.apply(parts.events())));
  }

  private static Change transactions(Function<Pool, UserTransactions> faulty) {
    return sessions(honest -> honest.with(faulty));
  }

  private static Change sessions(UnaryOperator<SessionDatabase> change) {
    return new Change(
        parts -> {
          SessionDatabase honest = parts.sessions();
          if (honest == null) {
            throw new IllegalArgumentException("there is no database for its fault to be in");
          }
          return parts.with(change.apply(honest));
        },
        true);
  }
}
