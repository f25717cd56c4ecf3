package dev.harness.service.fault;

import dev.harness.reference.UserSlots;
import dev.harness.service.WorkTimers;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Looks whether there is room, and counts some time later, as code does that asks a store in
 * between: who asks meanwhile finds the same room.
 */
final class RacySlots implements UserSlots {
  private static final int LATER_MILLIS = 20;

  private final int perUser;
  private final WorkTimers timers;
  private final ConcurrentMap<String, Integer> held = new ConcurrentHashMap<>();

  RacySlots(int perUser, WorkTimers timers) {
    this.perUser = perUser;
    this.timers = timers;
  }

  @Override
  public boolean take(String userId) {
    if (held.getOrDefault(userId, 0) >= perUser) {
      return false;
    }
    timers.after(LATER_MILLIS).subscribe().with(later -> add(userId, 1));
    return true;
  }

  @Override
  public void giveBack(String userId) {
    add(userId, -1);
  }

  @Override
  public int users() {
    return held.size();
  }

  /**
   * A slot may be given back before it was counted, so that for a moment there are less than none.
   */
  private void add(String userId, int slots) {
    held.merge(userId, slots, (before, more) -> before + more == 0 ? null : before + more);
  }
}
