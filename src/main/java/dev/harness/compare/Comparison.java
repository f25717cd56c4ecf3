package dev.harness.compare;

import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What two runs held against each other amount to.
 *
 * @param differences in circumstances: then nothing can be concluded, unless that is asked for
 * @param forced whether it is
 * @param changes those that gate first
 */
public record Comparison(
    String base,
    String candidate,
    List<String> differences,
    boolean forced,
    List<MetricChange> changes) {

  public Comparison {
    differences = List.copyOf(differences);
    changes = List.copyOf(changes);
  }

  /** The same with one more difference. */
  public Comparison unlike(String difference) {
    List<String> more = Stream.concat(differences.stream(), Stream.of(difference)).toList();
    return new Comparison(base, candidate, more, forced, changes);
  }

  /** Those that the conclusion rests on. */
  public List<MetricChange> gating() {
    return changes.stream().filter(MetricChange::gates).toList();
  }

  /**
   * The worst of those that gate; inconclusive where circumstances differ or nothing could be
   * compared. Better than {@link Change#UNCHANGED} it gets only where nothing that gates was worse.
   */
  public Change conclusion() {
    if (gating().isEmpty() || (!differences.isEmpty() && !forced)) {
      return Change.INCONCLUSIVE;
    }
    Change worst = gating().stream().map(MetricChange::change).min(Change::compareTo).orElseThrow();
    boolean better = gating().stream().anyMatch(it -> it.change() == Change.IMPROVED);
    return worst == Change.UNCHANGED && better ? Change.IMPROVED : worst;
  }

  /** What whoever reads the conclusion should know, each in one line. */
  public List<String> remarks() {
    String what = forced ? "compared all the same, " : "nothing is concluded: ";
    Stream<String> unlike = differences.stream().map(it -> what + "not the same " + it);
    String nothing =
        "the runs have no load in common with %d windows or more"
            .formatted(GatingLoads.LEAST_WINDOWS);
    return Stream.concat(unlike, gating().isEmpty() ? Stream.of(nothing) : Stream.empty()).toList();
  }

  /** A regression fails; what cannot be concluded is no pass. */
  public Verdict verdict() {
    return switch (conclusion()) {
      case REGRESSED -> Verdict.BREACH;
      case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
      case UNCHANGED, IMPROVED -> Verdict.PASS;
    };
  }

  public ExitCode exitCode() {
    return ExitCode.of(verdict());
  }
}
