package dev.harness.control.validation;

import dev.harness.verdict.ExitCode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a validation amounts to.
 *
 * @param findings in the order in which they were made
 * @param interruption the code to end with, if it was cut short
 */
public record Readiness(List<Finding> findings, Optional<ExitCode> interruption) {

  public Readiness {
    findings = List.copyOf(findings);
  }

  /** How each part stands that was looked at. */
  public Map<Part, State> parts() {
    return findings.stream()
        .collect(
            Collectors.toMap(
                Finding::part,
                Finding::state,
                (one, other) -> one.compareTo(other) >= 0 ? one : other,
                () -> new EnumMap<>(Part.class)));
  }

  /** What is not well, the gravest first. */
  public List<Finding> reasons() {
    return findings.stream()
        .filter(finding -> finding.state() != State.OK)
        .sorted(Comparator.comparing(Finding::state).reversed())
        .toList();
  }

  /** Whether verdicts of this harness on this machine can be trusted. */
  public boolean valid() {
    return exitCode() == ExitCode.PASSED;
  }

  public ExitCode exitCode() {
    ExitCode found = ExitCode.of(findings.stream().map(Finding::exitCode).toList());
    return ExitCode.of(List.of(interruption.orElse(ExitCode.PASSED), found));
  }
}
