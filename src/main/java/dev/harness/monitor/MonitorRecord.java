package dev.harness.monitor;

import dev.harness.run.port.ProcessProbe.HostFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say of what was watched so far. Whatever is told is made from it.
 *
 * @param length from the first look to the last
 * @param looks taken
 * @param missed looks that were due while another was still being taken
 * @param kept looks spread evenly over the whole time, the raw data of the report
 * @param last the last look; empty before the first
 * @param alarms of every rule and subject, fired or not
 */
public record MonitorRecord(
    Instant started,
    Duration length,
    Duration interval,
    long looks,
    long missed,
    HostFacts host,
    List<Look> kept,
    Optional<Look> last,
    List<Subject.Watched> processes,
    List<SourceUse> sources,
    MonitorRules rules,
    List<Alarm> alarms) {

  public MonitorRecord {
    kept = List.copyOf(kept);
    processes = List.copyOf(processes);
    sources = List.copyOf(sources);
    alarms = List.copyOf(alarms);
  }

  /** Memory of the host that was in use at that look, in percent of what it has. */
  public double memoryPercent(Look look) {
    return 100.0 * look.host().memoryUsedBytes() / host.memoryBytes();
  }

  /** Alarms that fired, gravest first, resolved since or not. */
  public List<Alarm> fired() {
    return alarms.stream()
        .filter(alarm -> alarm.fired() > 0)
        .sorted(Comparator.comparing(alarm -> alarm.rule().severity()))
        .toList();
  }

  /** Those of them because of which it is not healthy. */
  public List<Alarm> ills() {
    return fired().stream().filter(alarm -> alarm.health() != Health.HEALTHY).toList();
  }

  /** The worst of all alarms; at least a warning where a process has ended. */
  public Health health() {
    var all = new ArrayList<Health>();
    all.add(Health.HEALTHY);
    alarms.forEach(alarm -> all.add(alarm.health()));
    if (processes.stream().anyMatch(process -> process.ended().isPresent())) {
      all.add(Health.WARNING);
    }
    return all.stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
