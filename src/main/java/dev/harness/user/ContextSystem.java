package dev.harness.user;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A system whose contexts live in this process: the reference system, or a user's own classes. A
 * context is opened for a user, engines do work in it, and all of it is closed again. The checks of
 * contexts and engines see nothing else of it.
 *
 * <p>For {@code harness run --classpath} it is a public class with a public constructor without
 * parameters, named in {@code META-INF/services/dev.harness.user.ContextSystem}. Each check has one
 * made, and closes it. What has a default here need not be told: what would be judged by it then
 * does not apply.
 */
public interface ContextSystem extends AutoCloseable {

  /** What reports call the system, in one line. */
  default String name() {
    return getClass().getName();
  }

  /**
   * Creates one validated context. Called from any thread; must not block.
   *
   * @return the system's own context, which the checks hold but never look into
   * @throws IllegalArgumentException for ids that identify nothing, naming the field: {@code
   *     userId}, {@code threadId}, {@code runId} or {@code requestId}
   */
  Object createContext(String userId, String threadId, String runId, String requestId);

  /**
   * Opens an engine for one request of one user. Called from any thread, as all that engines do;
   * must not block.
   *
   * @param context one that {@link #createContext} returned
   * @return the engine, or a failure with {@link UserLimitExceededException} where the user has as
   *     many as allowed
   */
  Uni<Engine> openEngine(Object context);

  /**
   * Constructs an engine directly, past the factory: what the factory's overhead is measured by.
   *
   * @return empty where there is no other way than {@link #openEngine}
   */
  default Optional<Engine> bareEngine(Object context) {
    return Optional.empty();
  }

  /** Engines that are open now, of all users; empty where nobody counts them. */
  default OptionalInt openEngines() {
    return OptionalInt.empty();
  }

  /** Engines that one user may have at once; empty where there is no limit. */
  default OptionalInt enginesPerUser() {
    return OptionalInt.empty();
  }

  /** Gives back all it holds. Called once, when nothing is under way any more. */
  @Override
  default void close() {}

  /** One user's engine: works for one request and is closed once. */
  interface Engine {

    /**
     * Does a small piece of work in the user's scope, as the system's requests do.
     *
     * @return the id of the user whom the work was done for, looked up as it finds it there; fails
     *     where the engine is closed
     */
    Uni<String> execute();

    /** Gives back all it holds. Closing twice changes nothing. */
    Uni<Void> close();
  }
}
