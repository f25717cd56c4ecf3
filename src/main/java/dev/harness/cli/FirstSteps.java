package dev.harness.cli;

import dev.harness.config.ApiDescription;
import dev.harness.config.ApiDescription.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps of a plan that begins with an OpenAPI document: requests that can be sent as they are,
 * and the others as comments, because only the user knows what goes into them.
 */
final class FirstSteps {
  /** A plan is to be read; who wants more of them takes them out of the comments. */
  private static final int MOST = 10;

  /** What needs no quotes in YAML, and is what it says in a path. */
  private static final String PATH = "/[A-Za-z0-9/._~{}-]*";

  private final Set<String> names = new HashSet<>();

  private FirstSteps() {}

  /** As lines of a plan. */
  static String of(ApiDescription api) {
    return new FirstSteps().lines(api);
  }

  private String lines(ApiDescription api) {
    List<Operation> written =
        api.operations().stream().filter(one -> one.path().matches(PATH)).toList();
    List<Operation> ready = written.stream().filter(Operation::ready).limit(MOST).toList();
    String steps =
        ready.isEmpty()
            ? "      - request: GET /\n"
            : ready.stream().map(this::step).collect(Collectors.joining());
    List<Operation> others = written.stream().filter(one -> !ready.contains(one)).toList();
    return Stream.of(
            Stream.of(steps),
            others.stream()
                .limit(1)
                .map(
                    any ->
                        "      # What is in braces is captured by a step before, or a column.\n"),
            others.stream().map(one -> step(one).replaceAll("(?m)^      ", "      # ")),
            Stream.of(leftOut(api.operations().size() - written.size())))
        .flatMap(lines -> lines)
        .collect(Collectors.joining());
  }

  private String step(Operation operation) {
    String path = operation.path().replaceAll("\\{([^{}]*)}", "\\${$1}");
    String name =
        operation.id().flatMap(this::name).map(id -> "        name: " + id + "\n").orElse("");
    return "      - request: %s %s\n%s".formatted(operation.method(), path, name);
  }

  /** {@code listOrders} is called {@code list-orders}. */
  private Optional<String> name(String id) {
    String kebab =
        id.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-$", "");
    boolean usable = !kebab.isEmpty() && kebab.length() <= 100 && names.add(kebab);
    return usable ? Optional.of(kebab) : Optional.empty();
  }

  private static String leftOut(int count) {
    return count == 0
        ? ""
        : "      # Left out: %d whose paths have characters to be encoded.\n".formatted(count);
  }
}
