package dev.harness.user;

import dev.harness.random.Seed;
import dev.harness.random.Shuffle;

/**
 * The users of a load. Operations are dealt out among them in rounds: each user has one in a round,
 * and the order changes from round to round. Were it always the same, what one user leaves behind
 * would only ever meet the next.
 *
 * @param size how many; at least 1
 * @param runId what all their contexts name as their run
 * @param seed of the order
 * @param requests what the ids of its requests begin with
 */
public record UserPopulation(int size, String runId, Seed seed, String requests) {
  private static final String REQUEST = "request";

  public UserPopulation {
    if (size < 1) {
      throw new IllegalArgumentException("a population has at least 1 user, not " + size);
    }
    ContextId.require("runId", runId);
    ContextId.require("requests", requests);
  }

  public UserPopulation(int size, String runId, Seed seed) {
    this(size, runId, seed, REQUEST);
  }

  /** The same users with requests that no others of theirs are taken for. */
  public UserPopulation withRequests(String other) {
    return new UserPopulation(size, runId, seed, other);
  }

  /** The context in which the operation of that index runs. */
  public UserExecutionContext contextOf(long index) {
    int user = numberOf(index);
    return new UserExecutionContext(
        "user-" + user, "thread-" + user, runId, requests + "-" + index);
  }

  /** The id of the user whose operation of that index it is. */
  public String userOf(long index) {
    return "user-" + numberOf(index);
  }

  /**
   * Somebody else than the user whose operation of that index it is: whose turn comes next, or next
   * but one where two rounds meet.
   *
   * @throws IllegalStateException where there is but one user
   */
  public String otherThan(UserExecutionContext user, long index) {
    if (size == 1) {
      throw new IllegalStateException("there is nobody but " + user.userId());
    }
    String next = userOf(index + 1);
    return next.equals(user.userId()) ? userOf(index + 2) : next;
  }

  /** The number of that user, from 0. */
  public int numberOf(long index) {
    return new Shuffle(size, seed).at(index);
  }
}
