package dev.harness.check.context;

import dev.harness.measure.Figure;
import dev.harness.run.Rig;
import dev.harness.run.port.LiveSet;
import dev.harness.stats.TheilSen;
import dev.harness.user.ContextSystem;

/**
 * Contexts with four ids of their own each, kept alive: what a context weighs with all it holds.
 */
final class HeldContexts {
  private static final int LEVELS = 5;

  private final ContextSystem system;
  private final LiveSet liveSet;
  private Object[] held = {};

  HeldContexts(ContextSystem system, Rig rig) {
    this.system = system;
    this.liveSet = rig.targets().ownLiveSet();
  }

  /** Lets go of what it holds, and holds so many new ones. */
  void hold(int count) {
    held = new Object[0];
    var contexts = new Object[count];
    for (int i = 0; i < count; i++) {
      contexts[i] = system.createContext("user-" + i, "thread-" + i, "run-" + i, "request-" + i);
    }
    held = contexts;
  }

  /**
   * Slope of the live set over the number of contexts held, at five levels.
   *
   * @param step contexts from one level to the next
   * @param passes over all levels
   */
  Figure bytesPerContext(int step, int passes) {
    double[] contexts = new double[LEVELS * passes];
    double[] bytes = new double[LEVELS * passes];
    for (int i = 0; i < contexts.length; i++) {
      hold(i % LEVELS * step);
      Figure live = liveSet.bytes();
      if (!(live instanceof Figure.Measured measured)) {
        return live;
      }
      contexts[i] = held.length;
      bytes[i] = measured.value();
    }
    return Figure.of(TheilSen.slope(contexts, bytes), contexts.length);
  }
}
