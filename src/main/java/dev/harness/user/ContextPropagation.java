package dev.harness.user;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * How a user's context comes along when work goes on elsewhere, without being handed from one piece
 * of work to the next. The check {@code context/propagation} sees nothing else of it.
 */
public interface ContextPropagation extends AutoCloseable {

  /** Where work can go on. */
  enum Hop {
    /** On a thread of the worker pool, which may block. */
    WORKER,
    /** In another turn of the event loop. */
    EVENT_LOOP,
    /** In a consumer of the event bus, which knows the sender by its message alone. */
    EVENT_BUS,
    /** Further down a Mutiny chain, on a thread of Mutiny's. */
    MUTINY;

    /** As reports call it. */
    public String words() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Sets out with a context, and goes on from hop to hop.
   *
   * @return whose context the work found after each hop; empty where it found none
   */
  Uni<List<Optional<UserExecutionContext>>> travel(UserExecutionContext context, List<Hop> hops);

  @Override
  void close();
}
