package dev.harness.compare;

import dev.harness.plan.LoadProfile.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which loads stand for a run: so few metrics gate that chance alone hardly ever raises an alarm,
 * and which they are must not depend on what they show.
 *
 * <p>Response times are taken from a load at a steady rate, which hides no queueing; failing that
 * from bursts, and last from closed loads. Throughput is taken from a load that goes as fast as the
 * target does. Work in the harness's own process comes after what goes through a target. Of several
 * the one with the most windows, and of these the first by name.
 */
final class GatingLoads {
  /** Fewer windows say nothing of a median. */
  static final int LEAST_WINDOWS = 10;

  private static final List<String> FOR_RESPONSE =
      List.of(Kind.STEADY.id(), Kind.BURST.id(), Kind.CLOSED.id());
  private static final List<String> FOR_THROUGHPUT = List.of(Kind.CLOSED.id(), Kind.BURST.id());

  private final ComparedRun base;
  private final List<ComparedRun> runs;

  /**
   * @param runs of which the first says what there is
   */
  GatingLoads(List<ComparedRun> runs) {
    this.base = runs.get(0);
    this.runs = runs;
  }

  /** Those that all runs have with windows enough, in the order of their names. */
  List<String> common() {
    return base.loads().values().stream()
        .filter(load -> !load.kind().equals(Kind.CHANGING.id()))
        .filter(this::inAll)
        .map(LoadSeries::name)
        .sorted()
        .toList();
  }

  Optional<String> forResponse() {
    return first(FOR_RESPONSE, Comparator.comparing(load -> FOR_RESPONSE.indexOf(load.kind())));
  }

  Optional<String> forThroughput() {
    return first(FOR_THROUGHPUT, Comparator.comparing(load -> 0));
  }

  private Optional<String> first(List<String> kinds, Comparator<LoadSeries> byKind) {
    return base.loads().values().stream()
        .filter(load -> kinds.contains(load.kind()))
        .filter(this::inAll)
        .min(
            Comparator.comparing(LoadSeries::inProcess)
                .thenComparing(byKind)
                .thenComparing(load -> -load.windows().size())
                .thenComparing(LoadSeries::name))
        .map(LoadSeries::name);
  }

  private boolean inAll(LoadSeries load) {
    return runs.stream().allMatch(run -> isIn(run, load));
  }

  private static boolean isIn(ComparedRun run, LoadSeries load) {
    LoadSeries its = run.loads().get(load.name());
    return its != null && its.kind().equals(load.kind()) && its.alive().size() >= LEAST_WINDOWS;
  }
}
