package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.measure.Thinned;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.AlertRule;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds looks into a record. Memory is bounded, however many looks there are. */
public final class Watch {
  private static final int MOST_LOOKS = 1_200;

  private final Instant started;
  private final Duration interval;
  private final HostFacts host;
  private final MonitorRules rules;
  private final List<Subject.Pid> processes;
  private final Map<Subject.Pid, ProcessHistory> histories = new LinkedHashMap<>();
  private final Map<Subject.Pid, Duration> ended = new LinkedHashMap<>();
  private final Map<Subject.Source, SourceHistory> sources = new LinkedHashMap<>();
  private final Map<Key, Alarm> alarms = new LinkedHashMap<>();
  private final Thinned<Look> looks = Thinned.ofFirsts(MOST_LOOKS);
  private Duration length = Duration.ZERO;
  private Optional<Look> last = Optional.empty();
  private long taken;
  private long missed;

  private record Key(AlertRule rule, Subject subject) {}

  public Watch(
      Instant started,
      Duration interval,
      HostFacts host,
      List<Subject.Pid> processes,
      List<Subject.Source> sources,
      MonitorRules rules) {
    this.started = started;
    this.interval = interval;
    this.host = host;
    this.rules = rules;
    this.processes = List.copyOf(processes);
    sources.forEach(source -> this.sources.put(source, new SourceHistory(source)));
  }

  /** Takes the next look. */
  public void see(Look look) {
    looks.add(look);
    taken++;
    last = Optional.of(look);
    length = look.at();
    for (AlertRule rule : rules.acting()) {
      if (ofHost(rule.metric())) {
        observe(rule, Subject.HOST, look.at(), figure(rule.metric(), look));
      }
    }
    sources.forEach((source, history) -> see(source, history, look));
    processes.forEach(process -> see(process, look));
  }

  private void see(Subject.Source source, SourceHistory history, Look look) {
    Answer answer = look.sources().get(source);
    if (answer == null) {
      return;
    }
    history.add(look.at(), answer);
    for (AlertRule rule : rules.acting()) {
      if (rule.metric() instanceof SourceMetric metric && history.tells(metric)) {
        observe(rule, source, look.at(), history.figure(metric));
      } else if (rule.metric() == Watched.MEMORY_SLOPE && source.of().isEmpty()) {
        observe(rule, source, look.at(), history.memorySlope());
      }
    }
  }

  private void see(Subject.Pid process, Look look) {
    ProcessSample sample = look.processes().get(process.pid());
    if (sample == null) {
      ended.putIfAbsent(process, look.at());
    }
    if (sample == null || ended.containsKey(process)) {
      return;
    }
    ProcessHistory history =
        histories.computeIfAbsent(process, p -> new ProcessHistory(look.at(), sample));
    history.add(look.at(), sample);
    for (AlertRule rule : rules.acting()) {
      if (!ofHost(rule.metric()) && !(rule.metric() instanceof SourceMetric)) {
        observe(rule, process, look.at(), figure(rule.metric(), process, history));
      }
    }
  }

  /** So many looks were due while another was being taken. */
  public void miss(long more) {
    missed += more;
  }

  private void observe(AlertRule rule, Subject subject, Duration at, Figure figure) {
    alarms.compute(
        new Key(rule, subject),
        (key, alarm) ->
            (alarm == null ? Alarm.inactive(rule, subject) : alarm).observe(at, figure));
  }

  private static boolean ofHost(AlertMetric metric) {
    return metric == Watched.HOST_CPU || metric == Watched.HOST_MEMORY;
  }

  private Figure figure(AlertMetric metric, Look look) {
    return metric == Watched.HOST_CPU
        ? Figure.of(look.host().cpuPercent())
        : Figure.of(100.0 * look.host().memoryUsedBytes() / host.memoryBytes());
  }

  private Figure figure(AlertMetric metric, Subject.Pid process, ProcessHistory history) {
    if (metric == Watched.MEMORY_SLOPE) {
      return memorySlope(process, history);
    }
    if (metric == Watched.OPEN_FILES_GROWTH) {
      return history.openFilesGrowth();
    }
    if (metric == Sampled.MEMORY_GROWTH) {
      return history.memoryGrowth();
    }
    return metric == Sampled.CPU_UTILIZATION
        ? history.cpu().times(1.0 / host.logicalCpus())
        : history.cpu();
  }

  private Figure memorySlope(Subject.Pid process, ProcessHistory history) {
    SourceHistory inside = sources.get(Subject.Source.jvm(process));
    return inside != null && inside.use().heapDecides(ended.containsKey(process))
        ? inside.heapSlope()
        : history.memorySlope();
  }

  /** Whether there were processes to watch, none is left, and nothing else is watched. */
  public boolean over() {
    boolean others = sources.keySet().stream().anyMatch(source -> source.of().isEmpty());
    return !processes.isEmpty() && ended.size() == processes.size() && !others;
  }

  /** What there is to say so far. */
  public MonitorRecord record() {
    var watched = new ArrayList<Subject.Watched>();
    histories.forEach(
        (process, history) ->
            watched.add(
                new Subject.Watched(
                    process, history.use(), Optional.ofNullable(ended.get(process)))));
    return new MonitorRecord(
        started,
        length,
        interval,
        taken,
        missed,
        host,
        looks.values(),
        last,
        watched,
        sources.values().stream().map(SourceHistory::use).toList(),
        rules,
        List.copyOf(alarms.values()));
  }
}
