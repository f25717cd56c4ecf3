package dev.harness.pace;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Loads one after another: a spike is a base rate, a high rate, and the base rate again. Each stage
 * brings a whole number of operations of its own. Where each begins is worked out once, so that to
 * ask for a time costs little more than to ask the stage.
 */
public final class Stages implements Arrivals {
  private final List<Arrivals> stages;

  /** Index of the first operation of each stage; behind the last, the number of all. */
  private final long[] firstIndex;

  /** When each stage begins; behind the last, when all is over. */
  private final long[] startNanos;

  /**
   * @param stages at least one; together at most seven days
   */
  public Stages(List<Arrivals> stages) {
    this.stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("a load has at least one stage");
    }
    firstIndex = new long[stages.size() + 1];
    startNanos = new long[stages.size() + 1];
    for (int i = 0; i < stages.size(); i++) {
      firstIndex[i + 1] = firstIndex[i] + stages.get(i).count();
      startNanos[i + 1] = startNanos[i] + stages.get(i).durationNanos();
      Bounds.requireNotTooLong(startNanos[i + 1]);
    }
  }

  public static Stages of(Arrivals... stages) {
    return new Stages(List.of(stages));
  }

  @Override
  public long count() {
    return firstIndex[stages.size()];
  }

  @Override
  public long nanosAt(long index) {
    if (index < 0 || index >= count()) {
      throw new IllegalArgumentException("arrival %d of %d".formatted(index, count()));
    }
    int found = Arrays.binarySearch(firstIndex, index);
    int stage = found >= 0 ? found : -found - 2;
    return startNanos[stage] + stages.get(stage).nanosAt(index - firstIndex[stage]);
  }

  @Override
  public long durationNanos() {
    return startNanos[stages.size()];
  }

  @Override
  public OptionalDouble steadyRate() {
    OptionalDouble first = stages.get(0).steadyRate();
    boolean alike = stages.stream().allMatch(stage -> stage.steadyRate().equals(first));
    return alike ? first : OptionalDouble.empty();
  }
}
