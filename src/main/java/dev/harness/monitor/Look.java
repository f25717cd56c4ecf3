package dev.harness.monitor;

import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What was seen at one moment.
 *
 * @param at since the monitor began
 * @param processes by process id; one that is not in it was not there
 * @param sources what each gave; one that is not in it may yet answer
 */
public record Look(
    Duration at,
    Instant wallTime,
    HostSample host,
    Map<Long, ProcessSample> processes,
    Map<Subject.Source, Answer> sources) {
  public Look {
    processes = Map.copyOf(processes);
    sources = Map.copyOf(sources);
  }
}
