package dev.harness.api;

import java.util.concurrent.CompletionStage;

/** What an {@link OwnCheck} puts under load, from its start to its end. */
public interface Work extends AutoCloseable {

  /**
   * Does it once, for one user. Called on an event loop: it must not block, but hand what does to a
   * thread of its own. Many are under way at once.
   *
   * @return completed when it is done; where it fails, the operation has failed in the class of its
   *     cause. A text that comes of it is what the user gets to see: it is looked through for the
   *     canaries of others, wherever there is a canary in it.
   */
  CompletionStage<?> once(User user);

  /**
   * An own metric, asked for once after the load, on the thread of the run. May block.
   *
   * @param metric one of those that the check names
   * @return the figure in the metric's unit; NaN where it could not be had, which is never a pass
   */
  default double measured(OwnMetric metric) {
    return Double.NaN;
  }

  /** Gives back all it holds. Called once, after the load, on the thread of the run. */
  @Override
  default void close() {}
}
