package dev.harness.monitor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harness.measure.Figure;
import dev.harness.plan.AlertMetric;
import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.AlertMetric.Watched;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.SourceMetric;
import dev.harness.plan.SourceMetric.Family;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** What a monitor has to say as JSON, in the layout that readers of the first suite's know. */
public final class MonitorJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS_PER_SECOND = 1e9;

  private final MonitorRecord record;

  private MonitorJson(MonitorRecord record) {
    this.record = record;
  }

  /**
   * Puts it in a file's place in one step: whoever reads the file finds all of one state, also when
   * this process is killed meanwhile. What is no plain file, as a device or a link, is written to.
   *
   * @param partial whether the monitor goes on, or was cut short
   * @throws IOException where it cannot be written; then the file is as it was
   */
  public static void write(MonitorRecord record, boolean partial, Path file) throws IOException {
    byte[] json = JSON.writeValueAsBytes(new MonitorJson(record).root(partial));
    if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      // A device, a pipe or a link must stay what it is.
      Files.write(file, json);
      return;
    }
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, json);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
  }

  private ObjectNode root(boolean partial) {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("monitoring_summary")
        .put("timestamp", record.started().toString())
        .put("duration_seconds", MonitorText.seconds(record))
        .put("sampling_interval_seconds", record.interval().toNanos() / NANOS_PER_SECOND)
        .put("samples", record.looks())
        .put("samples_missed", record.missed())
        .put("processes", record.processes().size())
        .put("overall_health", record.health().id())
        .put("partial", partial);
    memory(root.putObject("memory_analysis"));
    cpu(root.putObject("cpu_analysis"));
    SourcesJson.analysis(record, root.putArray("source_analysis"));
    alerts(root.putObject("alerts"));
    ObjectNode health = root.putObject("system_health").put("status", record.health().id());
    MonitorText.reasons(record).forEach(health.putArray("reasons")::add);
    MonitorText.advice(record).forEach(root.putArray("recommendations")::add);
    thresholds(root.putArray("thresholds_used"));
    record.rules().others().forEach(rule -> unwatched(root, rule));
    ArrayNode raw = root.putArray("raw_samples");
    record.kept().forEach(look -> sample(look, raw.addObject()));
    return root;
  }

  private void memory(ObjectNode memory) {
    record
        .last()
        .ifPresent(
            look ->
                memory
                    .putObject("host")
                    .put("used_bytes", look.host().memoryUsedBytes())
                    .put("total_bytes", record.host().memoryBytes())
                    .put("swap_used_bytes", look.host().swapUsedBytes()));
    ArrayNode processes = memory.putArray("processes");
    for (Subject.Watched watched : record.processes()) {
      ProcessUse use = watched.use();
      ObjectNode json =
          process(watched, processes)
              .put("start_bytes", use.first().rssBytes())
              .put("end_bytes", use.last().rssBytes())
              .put("peak_bytes", use.peakRssBytes())
              .put("mean_bytes", use.meanRssBytes());
      figure(watched, Watched.MEMORY_SLOPE)
          .ifPresent(
              slope -> {
                put(json, "slope_mb_per_hour", slope);
                json.put("slope_of", heapDecides(watched) ? "heap_after_gc" : "rss");
              });
    }
  }

  private boolean heapDecides(Subject.Watched watched) {
    return record.sources().stream()
        .filter(use -> use.source().of().equals(Optional.of(watched.process())))
        .anyMatch(use -> use.heapDecides(watched.ended().isPresent()));
  }

  private void cpu(ObjectNode cpu) {
    cpu.put("logical_cpus", record.host().logicalCpus());
    record.last().ifPresent(look -> number(cpu, "host_percent", look.host().cpuPercent()));
    ArrayNode processes = cpu.putArray("processes");
    for (Subject.Watched watched : record.processes()) {
      ProcessUse use = watched.use();
      double cpuNanos = (double) use.last().cpuNanos() - use.first().cpuNanos();
      ObjectNode json = process(watched, processes);
      json.put("used_seconds", cpuNanos / NANOS_PER_SECOND);
      json.put("peak_percent_of_one_core", use.peakCpu());
      put(json, "percent_of_one_core", use.cpu());
    }
  }

  private static ObjectNode process(Subject.Watched watched, ArrayNode in) {
    ObjectNode json =
        in.addObject().put("pid", watched.process().pid()).put("name", watched.process().name());
    watched.ended().ifPresent(at -> json.put("ended_seconds", at.toNanos() / NANOS_PER_SECOND));
    return json;
  }

  private Optional<Figure> figure(Subject.Watched watched, AlertMetric metric) {
    return record.alarms().stream()
        .filter(alarm -> alarm.rule().metric() == metric)
        .filter(alarm -> alarm.subject().equals(watched.process()))
        .map(Alarm::figure)
        .findFirst();
  }

  private void alerts(ObjectNode alerts) {
    List<Alarm> fired = record.fired();
    alerts.put("total", fired.size());
    ObjectNode levels = alerts.putObject("by_level");
    for (Severity severity : Severity.values()) {
      levels.put(
          severity.id(),
          fired.stream().filter(alarm -> alarm.rule().severity() == severity).count());
    }
    ObjectNode categories = alerts.putObject("by_category");
    for (Family category : Family.values()) {
      categories.put(
          category.id(),
          fired.stream().filter(alarm -> category(alarm.rule()) == category).count());
    }
    ArrayNode list = alerts.putArray("fired");
    for (Alarm alarm : fired) {
      Alarm.FirstFired first = alarm.first().orElseThrow();
      ObjectNode json =
          list.addObject()
              .put("rule", alarm.rule().name())
              .put("severity", alarm.rule().severity().id())
              .put("category", category(alarm.rule()).id())
              .put("subject", alarm.subject().text())
              .put("first_fired_seconds", first.at().toNanos() / NANOS_PER_SECOND)
              .put("times_fired", alarm.fired())
              .put("state", alarm.state().id());
      put(json, "figure", first.figure());
    }
  }

  private static Family category(AlertRule rule) {
    AlertMetric metric = rule.metric();
    if (metric instanceof SourceMetric told) {
      return told.family();
    }
    if (metric == Watched.OPEN_FILES_GROWTH) {
      return Family.FILES;
    }
    return metric == Watched.MEMORY_SLOPE
            || metric == Watched.HOST_MEMORY
            || metric == Sampled.MEMORY_GROWTH
        ? Family.MEMORY
        : Family.CPU;
  }

  private void thresholds(ArrayNode used) {
    for (AlertRule rule : record.rules().acting()) {
      used.addObject()
          .put("rule", rule.name())
          .put("trigger", rule.trigger())
          .put("severity", rule.severity().id())
          .put("for_seconds", rule.forDuration().toSeconds());
    }
  }

  private static void unwatched(ObjectNode root, AlertRule rule) {
    root.withArray("thresholds_not_watched")
        .addObject()
        .put("rule", rule.name())
        .put("reason", "it speaks of operations, of which a monitor sees none");
  }

  private static void sample(Look look, ObjectNode json) {
    HostSample host = look.host();
    json.put("at_seconds", look.at().toNanos() / NANOS_PER_SECOND)
        .put("timestamp", look.wallTime().toString());
    ObjectNode hostJson =
        json.putObject("host")
            .put("memory_used_bytes", host.memoryUsedBytes())
            .put("swap_used_bytes", host.swapUsedBytes())
            .put("context_switches", host.contextSwitches());
    number(hostJson, "cpu_percent", host.cpuPercent());
    number(hostJson, "load_average", host.loadAverage());
    ObjectNode processes = json.putObject("processes");
    look.processes().forEach((pid, seen) -> sample(seen, processes.putObject(pid.toString())));
    SourcesJson.sample(look, json.putObject("sources"));
  }

  private static void sample(ProcessSample process, ObjectNode json) {
    json.put("rss_bytes", process.rssBytes())
        .put("virtual_bytes", process.virtualBytes())
        .put("cpu_seconds", process.cpuNanos() / NANOS_PER_SECOND)
        .put("threads", process.threads())
        .put("open_files", process.openFiles());
  }

  static void put(ObjectNode json, String name, Figure figure) {
    if (figure instanceof Figure.Measured measured) {
      json.put(name, measured.value());
      if (measured.estimated()) {
        json.put(name + "_lower", measured.lower()).put(name + "_upper", measured.upper());
      }
    } else if (figure instanceof Figure.Missing missing) {
      json.putNull(name).put(name + "_missing", missing.reason());
    }
  }

  /** JSON has no word for what is no number. */
  private static void number(ObjectNode json, String name, double value) {
    if (Double.isNaN(value)) {
      json.putNull(name);
    } else {
      json.put(name, value);
    }
  }
}
