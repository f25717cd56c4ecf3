package dev.harness.control.fault;

import dev.harness.reference.UserSlots;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks whether there is room, and takes it some time later, as code does that asks a store in
 * between: who asks meanwhile finds the same room.
 */
public final class RacySlots implements UserSlots {
  private static final Duration BETWEEN = Duration.ofNanos(50_000);

  private final int perUser;
  private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

  /**
   * @param perUser slots of each user; at least 1
   */
  public RacySlots(int perUser) {
    this.perUser = perUser;
  }

  @Override
  public boolean take(String userId) {
    if (held.getOrDefault(userId, 0) >= perUser) {
      return false;
    }
    LockSupport.parkNanos(BETWEEN.toNanos());
    held.merge(userId, 1, Integer::sum);
    return true;
  }

  @Override
  public void giveBack(String userId) {
    held.computeIfPresent(userId, (user, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public int users() {
    return held.size();
  }
}
