package dev.harness.reference;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Exact limits without a lock: each user's count moves by compare-and-set, so that among any number
 * of concurrent attempts exactly as many succeed as there are slots, and no user waits for another.
 */
public final class CountedUserSlots implements UserSlots {
  private final int perUser;
  private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

  /**
   * @param perUser slots of each user; at least 1
   */
  public CountedUserSlots(int perUser) {
    if (perUser < 1) {
      throw new IllegalArgumentException("perUser must be at least 1, not " + perUser);
    }
    this.perUser = perUser;
  }

  @Override
  public boolean take(String userId) {
    while (true) {
      Integer count = held.putIfAbsent(userId, 1);
      if (count == null) {
        return true;
      }
      if (count >= perUser) {
        return false;
      }
      if (held.replace(userId, count, count + 1)) {
        return true;
      }
    }
  }

  @Override
  public void giveBack(String userId) {
    while (true) {
      Integer count = held.get(userId);
      if (count == null) {
        throw new IllegalStateException("a slot was given back that nobody holds");
      }
      // The last slot takes the user with it: the map must not grow with the users ever seen.
      if (count == 1 ? held.remove(userId, count) : held.replace(userId, count, count - 1)) {
        return;
      }
    }
  }

  @Override
  public int users() {
    return held.size();
  }
}
