package dev.harness.plan.scenario;

import dev.harness.plan.KebabCase;
import dev.harness.plan.MetricLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Steps that are one thing to the user, as a purchase is, and are measured as a whole, too: from
 * the beginning of the first to the end of the last, pauses included.
 *
 * @param name in kebab case; what reports call it
 * @param steps at least one
 * @param limits on its own figures
 */
public record Group(String name, List<Step> steps, List<MetricLimit> limits) implements Measured {

  public Group {
    KebabCase.require("a step", name);
    steps = List.copyOf(steps);
    limits = List.copyOf(limits);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a group has at least one step");
    }
    Measured.requireItsOwn(limits);
  }

  @Override
  public Duration longest() {
    return extent().longest();
  }

  @Override
  public Extent extent() {
    return Extent.of(steps);
  }

  @Override
  public Stream<Step> all() {
    return Stream.concat(Stream.of(this), steps.stream().flatMap(Step::all));
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.group(this);
  }
}
