package dev.harness.user;

/**
 * The users of a load. Operations are dealt out among them in turn.
 *
 * @param size how many; at least 1
 * @param runId what all their contexts name as their run
 */
public record UserPopulation(int size, String runId) {

  public UserPopulation {
    if (size < 1) {
      throw new IllegalArgumentException("a population has at least 1 user, not " + size);
    }
    ContextId.require("runId", runId);
  }

  /** The context in which the operation of that index runs. */
  public UserExecutionContext contextOf(long index) {
    long user = Math.floorMod(index, (long) size);
    return new UserExecutionContext(userOf(index), "thread-" + user, runId, "request-" + index);
  }

  /** The id of the user whose operation of that index it is. */
  public String userOf(long index) {
    return "user-" + Math.floorMod(index, (long) size);
  }
}
