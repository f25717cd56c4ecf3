package dev.harness.plan.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through some steps where a condition holds, and through others where it does not.
 *
 * @param then at least one
 * @param otherwise where it does not hold; may be empty
 */
public record Branch(Condition condition, List<Step> then, List<Step> otherwise) implements Step {

  public Branch {
    then = List.copyOf(then);
    otherwise = List.copyOf(otherwise);
    if (then.isEmpty()) {
      throw new IllegalArgumentException("an if has at least one step in \"then\"");
    }
  }

  /** The steps of this iteration. */
  public List<Step> taken(Scope scope) {
    return condition.holds(scope) ? then : otherwise;
  }

  @Override
  public Duration longest() {
    return extent().longest();
  }

  @Override
  public Extent extent() {
    return Extent.of(then).or(Extent.of(otherwise));
  }

  @Override
  public Stream<Step> all() {
    return Stream.concat(
        Stream.of(this), Stream.of(then, otherwise).flatMap(List::stream).flatMap(Step::all));
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.branch(this);
  }
}
