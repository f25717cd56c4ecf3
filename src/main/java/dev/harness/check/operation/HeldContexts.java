package dev.harness.check.operation;

import dev.harness.measure.Figure;
import dev.harness.run.port.LiveSet;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.LiveSetTrend;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.util.ArrayList;

/**
 * Contexts with four ids of their own each, kept alive: what a context weighs with all it holds.
 */
public final class HeldContexts {
  private static final int LEVELS = 5;

  private final ContextSystem system;
  private final LiveSet liveSet;
  private Object[] held = {};

  /**
   * @param liveSet of the process that holds them
   */
  public HeldContexts(ContextSystem system, LiveSet liveSet) {
    this.system = system;
    this.liveSet = liveSet;
  }

  /** Lets go of what it holds, and holds so many new ones. */
  public void hold(int count) {
    held = new Object[0];
    var contexts = new Object[count];
    for (int i = 0; i < count; i++) {
      contexts[i] = system.createContext("user-" + i, "thread-" + i, "run-" + i, "request-" + i);
    }
    held = contexts;
  }

  /**
   * Trend of the live set over the number of contexts held, at five levels.
   *
   * @param step contexts from one level to the next
   * @param passes over all levels
   */
  public Figure bytesPerContext(int step, int passes) {
    var checkpoints = new ArrayList<Checkpoint>();
    for (int i = 0; i < LEVELS * passes; i++) {
      hold(i % LEVELS * step);
      Figure live = liveSet.bytes();
      if (live instanceof Figure.Missing) {
        return live;
      }
      checkpoints.add(new Checkpoint(held.length, live));
    }
    return new LiveSetTrend(checkpoints).perOne();
  }
}
