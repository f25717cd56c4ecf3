package dev.harness.cli;

import dev.harness.monitor.Monitor;
import dev.harness.monitor.MonitorJson;
import dev.harness.monitor.MonitorRecord;
import dev.harness.monitor.MonitorText;
import dev.harness.run.Interruption;
import dev.harness.run.port.TargetSource;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code harness monitor}: watches processes and their host. */
@Command(
    name = "monitor",
    description = {
      "Watches processes and their host, and says how they are.",
      "",
      "Beside them: JVMs from inside, databases, and endpoints with metrics. What cannot be had is"
          + " told, and the rest goes on."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:healthy",
      "  1:a warning",
      "  2:critical",
      " 64:wrong usage; nothing was watched",
      " 70:the report could not be written",
      "130:interrupted; what was seen is reported"
    },
    footer = {
      "",
      "Memory that leaks is told by its slope, long before it is large. A trend takes 40 looks.",
      "Alert rules may speak of memory_slope, memory_growth, process_cpu, cpu_utilization,",
      "open_files_growth, host_memory, host_cpu, and of what sources tell:",
      "  JVM, endpoint: heap_used, heap_committed, heap_after_gc, heap_filled, direct_memory,",
      "    resident_memory, gc_rate, gc_time, gc_pause, reported_cpu, reported_open_files, threads,",
      "    threads_runnable, threads_blocked, threads_waiting, goroutines",
      "  database: db_connections, db_active, db_idle, db_idle_in_transaction, db_commits,",
      "    db_rollbacks, db_deadlocks, db_cache_hits, db_oldest_transaction",
      "  user: user_requests, user_failures, user_refusals, user_latency_p50, user_latency_p95,",
      "    user_engines, user_streams, user_unsent_events",
      "",
      "Examples:",
      "  harness monitor --pid 4711 --duration 5m --realtime",
      "  harness monitor --pid 4711,4712 --duration 600 --output monitoring_report.json",
      "  harness monitor --database postgresql://me@127.0.0.1/mine --url http://127.0.0.1:9090/metrics",
      "  harness monitor --url http://127.0.0.1:8080/q/metrics --monitor-user ann --realtime"
    })
public final class MonitorCommand implements Callable<Integer> {
  private static final long WRITE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  @Spec private CommandSpec spec;

  @Mixin private MonitorOptions options;

  @Option(
      names = "--realtime",
      fallbackValue = "true",
      description =
          "Shows on a terminal how figures go; elsewhere prints a line of them each second.")
  private boolean realtime;

  @Mixin private OutputOptions outputOptions;

  private final TargetSource targetSource;
  private final Interruption interruption;
  private final Ticker ticker;

  MonitorCommand(TargetSource targetSource, Interruption interruption, Ticker ticker) {
    this.targetSource = targetSource;
    this.interruption = interruption;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    Terminal terminal = outputOptions.terminal(spec.commandLine(), realtime);
    var reports = new Reports(options.output());
    Signals.interrupt(interruption, () -> {});
    try (Targets targets = targetSource.open(Optional.empty());
        var size = Signals.ofTerminal(terminal::resized, terminal::resumed)) {
      var status = new MonitorStatus(terminal, ticker, TELL_EVERY_NANOS);
      MonitorRecord record =
          new Monitor(targets.probe(), ticker, interruption)
              .watch(
                  options.watchlist(targets.readings()),
                  seen -> {
                    status.show(seen);
                    reports.write(seen, true, terminal);
                  },
                  terminal::problem);
      terminal.clear();
      ExitCode asked = interruption.asked();
      reports.finish(record, asked != null, terminal);
      MonitorText.summary(record).forEach(terminal::result);
      return exitCode(record, asked, reports.failed());
    }
  }

  private static int exitCode(MonitorRecord record, @Nullable ExitCode asked, boolean failed) {
    if (asked != null) {
      return asked.code();
    }
    return failed ? ExitCode.INTERNAL.code() : record.health().exitCode();
  }

  /** The file that is brought up to date as long as it can be. */
  private final class Reports {
    private final @Nullable Path file;
    private long nextNanos = ticker.nanoTime();
    private boolean failed;

    Reports(@Nullable Path file) {
      this.file = file;
    }

    boolean failed() {
      return failed;
    }

    void finish(MonitorRecord record, boolean partial, Terminal terminal) {
      nextNanos = ticker.nanoTime();
      failed = false;
      write(() -> record, partial, terminal);
      if (file != null && !failed) {
        terminal.progress("written: " + file);
      }
    }

    void write(Supplier<MonitorRecord> record, boolean partial, Terminal terminal) {
      if (file == null || failed || ticker.nanoTime() < nextNanos) {
        return;
      }
      nextNanos = ticker.nanoTime() + WRITE_EVERY_NANOS;
      try {
        MonitorJson.write(record.get(), partial, file);
      } catch (IOException e) {
        failed = true;
        terminal.problem(
            "--output %s cannot be written: %s; the monitor goes on"
                .formatted(file, e.getMessage()));
      }
    }
  }
}
