package dev.harness.user;

import io.smallrye.mutiny.Uni;

/**
 * A system whose contexts and engines live in this process: the reference system, or a user's own
 * classes. The checks of the suites {@code context}, {@code engine} and {@code stress} see nothing
 * else of it.
 */
public interface ContextSystem extends AutoCloseable {

  /** What reports call the system. */
  String name();

  /**
   * Creates one validated context. Called from any thread.
   *
   * @return the system's own context, which the checks hold but never look into
   * @throws IllegalArgumentException for ids that identify nothing, naming the field
   */
  Object createContext(String userId, String threadId, String runId, String requestId);

  /**
   * Opens an engine for one request of one user.
   *
   * @param context one that {@link #createContext} returned
   * @return the engine, or a failure with {@link UserLimitExceededException} where the user has as
   *     many as allowed
   */
  Uni<Engine> openEngine(Object context);

  /**
   * Constructs an engine directly, past the factory: what the factory's overhead is measured by.
   */
  Engine bareEngine(Object context);

  /** Engines that are open now, of all users. */
  int openEngines();

  /** Engines that one user may have at once. */
  int enginesPerUser();

  @Override
  void close();

  /** One user's engine: works for one request and is closed once. */
  interface Engine {

    /** Does a small piece of work in the user's scope; fails where the engine is closed. */
    Uni<Void> execute();

    /** Gives back all it holds. Closing twice changes nothing. */
    Uni<Void> close();
  }
}
