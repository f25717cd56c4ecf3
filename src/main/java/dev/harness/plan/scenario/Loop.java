package dev.harness.plan.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through its steps again and again, once for each of some items.
 *
 * @param item the variable that stands for the item of a round
 * @param steps at least one
 */
public record Loop(Items items, String item, List<Step> steps) implements Step {

  public Loop {
    Capture.requireName(item);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a loop has at least one step");
    }
    // Here, so that what is too much is told of the innermost loop that is.
    Extent.of(steps).times(items.most());
  }

  @Override
  public Duration longest() {
    return extent().longest();
  }

  @Override
  public Extent extent() {
    return Extent.of(steps).times(items.most());
  }

  @Override
  public Stream<Step> all() {
    return Stream.concat(Stream.of(this), steps.stream().flatMap(Step::all));
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.loop(this);
  }
}
