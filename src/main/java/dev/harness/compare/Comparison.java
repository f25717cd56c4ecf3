package dev.harness.compare;

import dev.harness.verdict.ExitCode;
import java.util.List;

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

  /** A regression fails; what cannot be concluded is no pass. */
  public ExitCode exitCode() {
    return switch (conclusion()) {
      case REGRESSED -> ExitCode.FAILED;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
      case UNCHANGED, IMPROVED -> ExitCode.PASSED;
    };
  }
}
