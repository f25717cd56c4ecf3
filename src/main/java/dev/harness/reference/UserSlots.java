package dev.harness.reference;

/** Counts what each user holds, and says when it is enough. Safe for use from any thread. */
public interface UserSlots {

  /** Takes one slot of the user's; false, with nothing changed, where all of them are taken. */
  boolean take(String userId);

  /** Gives back one slot, which {@link #take} must have granted before. */
  void giveBack(String userId);

  /** Users that hold a slot now. Users that hold none must not be remembered. */
  int users();
}
