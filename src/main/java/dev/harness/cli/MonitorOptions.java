package dev.harness.cli;

import dev.harness.config.ThresholdsFile;
import dev.harness.monitor.Monitor;
import dev.harness.monitor.MonitorRules;
import dev.harness.monitor.Subject;
import dev.harness.run.port.ReadingSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code harness monitor} watches, for how long, and by which rules. */
@Command
final class MonitorOptions {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(50);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  @Option(
      names = "--pid",
      split = ",",
      paramLabel = "PID",
      description = "Processes to watch; without any, the host alone.")
  private List<Long> pids = List.of();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationOption.class,
      description = "How long, as 300, 90s or 5m (default: ${DEFAULT-VALUE}).")
  private Duration duration = Duration.ofMinutes(1);

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = DurationOption.class,
      description = "From one look to the next (default: ${DEFAULT-VALUE}).")
  private Duration interval = Duration.ofSeconds(1);

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description =
          "Its limit on leaks and its alert rules are used; limits it does not name keep their"
              + " defaults.")
  private @Nullable Path thresholds;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes the report there as JSON, every few seconds and at the end.")
  private @Nullable Path output;

  @Mixin private SourceOptions sources;

  /**
   * What to look at. Nothing is connected to yet.
   *
   * @throws UsageException for what cannot be watched, or not like that
   */
  Monitor.Watchlist watchlist(ReadingSources readings) {
    List<Subject.Pid> processes = processes();
    return new Monitor.Watchlist(
        processes, sources.sources(processes, readings), rules(), interval(), duration());
  }

  private Duration duration() {
    if (duration.compareTo(interval()) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new UsageException(
          "--duration is from one --interval (%s) to 7 days, not %s"
              .formatted(text(interval), text(duration)));
    }
    return duration;
  }

  private Duration interval() {
    if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new UsageException(
          "--interval is from 50 ms to 1 h, not %s; to look costs time, too"
              .formatted(text(interval)));
    }
    return interval;
  }

  private static String text(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private MonitorRules rules() {
    return MonitorRules.of(ThresholdsFile.readOrShipped(thresholds));
  }

  private List<Subject.Pid> processes() {
    return pids.stream().distinct().map(MonitorOptions::process).toList();
  }

  private static Subject.Pid process(long pid) {
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new UsageException("--pid: there is no process " + pid));
    String name =
        process
            .info()
            .command()
            .map(command -> Objects.toString(Path.of(command).getFileName(), command))
            .orElse("of another user");
    return new Subject.Pid(pid, name);
  }

  /**
   * Where the report goes, if it is wanted.
   *
   * @throws UsageException where no file can be written there
   */
  @Nullable Path output() {
    if (output == null) {
      return null;
    }
    Path directory = output.toAbsolutePath().getParent();
    if (Files.isDirectory(output) || directory == null || !Files.isWritable(directory)) {
      throw new UsageException(
          "--output %s: a report cannot be written there; it must be a file in a directory that"
                  .formatted(output)
              + " this user may write");
    }
    return output;
  }
}
