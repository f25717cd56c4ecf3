package dev.harness.run;

import dev.harness.measure.Breach;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens in a run, as it happens. */
public sealed interface RunEvent {

  /**
   * A run begins.
   *
   * @param unused limits that no check there is reads
   */
  record RunStarted(RunPlan plan, Instant at, HostFacts host, List<ThresholdKey> unused)
      implements RunEvent {
    public RunStarted {
      unused = List.copyOf(unused);
    }
  }

  /** Versions, and how targets were started and set: all that is known by now. */
  record FactsFound(Map<String, String> facts) implements RunEvent {
    public FactsFound {
      facts = Map.copyOf(facts);
    }
  }

  /**
   * A check begins.
   *
   * @param budget what it may be expected to take
   */
  record CheckStarted(CheckId check, Duration budget) implements RunEvent {}

  /**
   * Load begins; the windows of that name, up to the next beginning, are its. The event is
   * published at its start.
   *
   * @param kind of its load
   * @param measured false for a warm-up, of which nothing is judged
   */
  record PhaseStarted(CheckId check, String phase, Kind kind, boolean measured)
      implements RunEvent {}

  record WindowClosed(CheckId check, String phase, WindowSnapshot window) implements RunEvent {}

  /** Somebody saw what is another's: one of the first times in a check. */
  record BreachSeen(CheckId check, Breach breach) implements RunEvent {}

  /**
   * Host and processes were sampled.
   *
   * @param processes by role: {@code harness}, {@code target}, {@code database}
   */
  record Sampled(Instant at, HostSample host, Map<String, ProcessSample> processes)
      implements RunEvent {}

  record CheckEnded(CheckResult result) implements RunEvent {}

  /**
   * Nothing more comes.
   *
   * @param interruption the code to end with, if the run was cut short
   */
  record RunEnded(Optional<ExitCode> interruption) implements RunEvent {}
}
