package dev.harness.embed;

import dev.harness.check.BuiltInChecks;
import dev.harness.run.Check;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which checks names stand for. */
final class Choice {
  private Choice() {}

  /**
   * In the order in which they run; all for no names.
   *
   * @throws IllegalArgumentException for a name that nothing has, listing those there are
   */
  static List<Check> of(List<String> names) {
    List<Check> all = BuiltInChecks.ofContexts();
    Set<String> there = new LinkedHashSet<>();
    all.forEach(check -> there.add(check.id().suite().id()));
    all.forEach(check -> there.add(check.id().toString()));
    names.stream()
        .filter(Predicate.not(there::contains))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "unknown check \"%s\"; there are: %s".formatted(name, String.join(", ", there)));
            });
    return all.stream()
        .filter(
            check ->
                names.isEmpty()
                    || names.contains(check.id().toString())
                    || names.contains(check.id().suite().id()))
        .toList();
  }
}
