package dev.harness.check.operation;

import dev.harness.measure.Figure;
import dev.harness.run.port.LiveSet;
import dev.harness.stats.Interval;
import dev.harness.stats.TheilSen;
import dev.harness.user.ContextSystem;
import java.util.List;

/**
 * Contexts with four ids of their own each, kept alive: what a context weighs with all it holds.
 */
public final class HeldContexts {
  private static final int LEVELS = 5;
  private static final double CONFIDENCE = 0.90;

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

  /** What it holds now. */
  public List<Object> contexts() {
    return List.of(held);
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
   * Slope of the live set over the number of contexts held, at five levels.
   *
   * @param step contexts from one level to the next
   * @param passes over all levels
   */
  public Figure bytesPerContext(int step, int passes) {
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
    Interval slope = TheilSen.interval(contexts, bytes, CONFIDENCE);
    return Figure.estimate(slope.estimate(), slope.lower(), slope.upper(), contexts.length);
  }
}
