package dev.harness.report;

import dev.harness.measure.Counts;
import dev.harness.run.drive.PhaseResult;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How operations ended that did not complete: few of many are no breach, and yet worth a look. */
final class LossText {
  private LossText() {}

  /** One line; empty where all completed. */
  static Optional<String> of(PhaseResult load) {
    Counts counts = load.counts();
    long lost = counts.due() - counts.completed();
    return lost == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %,d of %,d did not complete: %s"
                .formatted(load.name(), lost, counts.due(), endings(load)));
  }

  /** Only what was refused or failed has a reason of its own. */
  private static String endings(PhaseResult load) {
    Counts counts = load.counts();
    return Stream.concat(
            new TreeMap<>(load.total().reasons()).entrySet().stream(),
            Stream.of(
                Map.entry("timed out", counts.timedOut()),
                Map.entry("expired", counts.expired()),
                Map.entry("unfinished", counts.unfinished()),
                Map.entry("dropped", counts.dropped())))
        .filter(ending -> ending.getValue() > 0)
        .map(ending -> "%s %,d".formatted(ending.getKey(), ending.getValue()))
        .collect(Collectors.joining(", "));
  }
}
