package dev.harness.pace;

import java.util.List;

/**
 * Loads one after another: a spike is a base rate, a high rate, and the base rate again.
 *
 * @param stages at least one
 */
public record Stages(List<Arrivals> stages) implements Arrivals {

  public Stages {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("a load has at least one stage");
    }
  }

  public static Stages of(Arrivals... stages) {
    return new Stages(List.of(stages));
  }

  @Override
  public long count() {
    return stages.stream().mapToLong(Arrivals::count).sum();
  }

  @Override
  public long nanosAt(long index) {
    long before = 0;
    long startNanos = 0;
    for (Arrivals stage : stages) {
      if (index < before + stage.count()) {
        return startNanos + stage.nanosAt(index - before);
      }
      before += stage.count();
      startNanos += stage.durationNanos();
    }
    throw new IllegalArgumentException("arrival %d of %d".formatted(index, before));
  }

  @Override
  public long durationNanos() {
    return stages.stream().mapToLong(Arrivals::durationNanos).sum();
  }
}
