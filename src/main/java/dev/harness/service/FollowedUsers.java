package dev.harness.service;

import dev.harness.time.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The users whom somebody follows: nobody else is counted, so that a million users cost as little
 * as none. Who is not asked for any more is forgotten. Safe for use from any thread.
 */
final class FollowedUsers {
  /** As many people as look at one service. */
  static final int MOST = 16;

  private static final long FORGET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Map<String, FollowedUser> users = new ConcurrentHashMap<>();
  private final Ticker ticker;

  FollowedUsers(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Follows that user from now on; empty where as many are followed as may be. */
  synchronized Optional<FollowedUser> follow(String userId) {
    long now = ticker.nanoTime();
    users.values().removeIf(user -> now - user.askedNanos() > FORGET_NANOS);
    if (!users.containsKey(userId) && users.size() >= MOST) {
      return Optional.empty();
    }
    FollowedUser user = users.computeIfAbsent(userId, id -> new FollowedUser(ticker));
    user.asked();
    return Optional.of(user);
  }

  /** A request of that user begins. */
  Request begin(String userId) {
    FollowedUser user = users.get(userId);
    return user == null ? Request.OF_NOBODY : new Request(user, ticker.nanoTime());
  }

  /**
   * A request.
   *
   * @param user null where nobody follows them
   */
  record Request(@Nullable FollowedUser user, long begunNanos) {
    static final Request OF_NOBODY = new Request(null, 0);

    void completed() {
      if (user != null) {
        user.completed(begunNanos);
      }
    }

    void failed() {
      if (user != null) {
        user.failed();
      }
    }

    void refused() {
      if (user != null) {
        user.refused();
      }
    }
  }
}
