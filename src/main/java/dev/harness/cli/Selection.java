package dev.harness.cli;

import dev.harness.run.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks that a command line selects.
 *
 * @param named whether it named suites or checks, instead of taking all
 */
record Selection(List<Check> checks, boolean named) {

  /**
   * @throws UsageException for a name that nothing has, listing those there are
   */
  static Selection of(
      List<Check> known, @Nullable List<String> suites, @Nullable List<String> checks) {
    if (suites == null && checks == null) {
      return new Selection(known, false);
    }
    var selected = new ArrayList<Check>();
    if (suites != null) {
      suites.forEach(name -> selected.addAll(suite(known, name)));
    }
    if (checks != null) {
      checks.forEach(id -> selected.addAll(check(known, id)));
    }
    return new Selection(known.stream().filter(selected::contains).toList(), true);
  }

  /** These, and all scenarios of a plan, unless some of them are among these already. */
  Selection with(List<Check> scenarios) {
    return scenarios.stream().anyMatch(checks::contains)
        ? this
        : new Selection(Stream.concat(checks.stream(), scenarios.stream()).toList(), named);
  }

  private static List<Check> suite(List<Check> known, String name) {
    return matching(
        known,
        check -> check.id().suite().id().equals(name),
        () -> "unknown suite \"%s\"; there are: %s".formatted(name, suites(known)));
  }

  /** By its full id, or by its name alone where only one check has it. */
  private static List<Check> check(List<Check> known, String id) {
    List<Check> found =
        matching(
            known,
            check -> check.id().toString().equals(id) || check.id().name().equals(id),
            () -> "unknown check \"%s\"; there are: %s".formatted(id, ids(known)));
    if (found.size() > 1) {
      throw new UsageException("\"%s\" could be any of: %s".formatted(id, ids(found)));
    }
    return found;
  }

  private static List<Check> matching(
      List<Check> known, Predicate<Check> wanted, Supplier<String> none) {
    List<Check> found = known.stream().filter(wanted).toList();
    if (found.isEmpty()) {
      throw new UsageException(none.get());
    }
    return found;
  }

  private static String suites(List<Check> checks) {
    return checks.stream()
        .map(check -> check.id().suite().id())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String ids(List<Check> checks) {
    return checks.stream().map(check -> check.id().toString()).collect(Collectors.joining(", "));
  }
}
