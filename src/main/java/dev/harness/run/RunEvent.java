package dev.harness.run;

import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.CheckId;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happens in a run, as it happens. */
public sealed interface RunEvent {

  record RunStarted(List<CheckId> checks) implements RunEvent {}

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
   * @param measured false for a warm-up, of which nothing is judged
   */
  record PhaseStarted(CheckId check, String phase, boolean measured) implements RunEvent {}

  record WindowClosed(CheckId check, String phase, WindowSnapshot window) implements RunEvent {}

  /**
   * Host and processes were sampled.
   *
   * @param processes by role: {@code harness}, {@code target}, {@code database}
   */
  record Sampled(Instant at, HostSample host, Map<String, ProcessSample> processes)
      implements RunEvent {}

  record CheckEnded(CheckResult result) implements RunEvent {}

  record RunEnded(RunRecord record) implements RunEvent {}
}
