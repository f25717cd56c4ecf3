package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.Alone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The monitor, watching real processes that do what it is to find. */
@Alone
class MonitorCommandIT {
  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** What a process does, and what a monitor must make of it. */
  private enum Doing {
    LEAKS(2, "memory_slope > 50MB/h", false),
    /** A machine that is busy with other tests leaves a program that spins less than a core. */
    SPINS(1, "process_cpu > 20%", true),
    OPENS(1, "open_files_growth > 20", false),
    RESTS(0, "", true);

    private final int exitCode;
    private final String rule;

    /** To look makes garbage there, which must not be taken for a leak. */
    private final boolean inside;

    Doing(int exitCode, String rule, boolean inside) {
      this.exitCode = exitCode;
      this.rule = rule;
      this.inside = inside;
    }
  }

  /** Each has a monitor of its own, all at once: most of their time they wait. */
  @Test
  void saysHowAProcessIs() throws Exception {
    place.file(
        "limits.json", "{\"alerting_rules\":{\"warning\":{\"triggers\":[\"process_cpu > 20%\"]}}}");
    var processes = new ArrayList<Process>();
    var monitors = new EnumMap<Doing, ProgramRun>(Doing.class);
    try {
      for (Doing doing : Doing.values()) {
        Process process = WatchedProgram.start(home, doing.name().toLowerCase(Locale.ROOT));
        processes.add(process);
        monitors.put(
            doing,
            place.start(
                "monitor",
                "--pid=" + process.pid(),
                "--interval=250ms",
                "--duration=14s",
                "--thresholds=limits.json",
                "--output=" + doing + ".json",
                doing.inside ? "--jvm" : "--realtime=false"));
      }
      for (var monitor : monitors.entrySet()) {
        assertTold(monitor.getKey(), monitor.getValue().end());
      }
    } finally {
      monitors.values().forEach(ProgramRun::close);
      processes.forEach(Process::destroyForcibly);
    }
  }

  private void assertTold(Doing doing, Ended ended) throws Exception {
    JsonNode report = WrittenReport.read(place.directory().resolve(doing + ".json"));
    List<JsonNode> alerts = List.copyOf(report.path("alerts").path("fired").findParents("rule"));
    assertThat(alerts)
        .as(doing + ended.out() + ended.err())
        .filteredOn(alert -> alert.path("subject").asText().startsWith("process"))
        .extracting(alert -> alert.path("rule").asText())
        .containsAll(doing.rule.isEmpty() ? List.of() : List.of(doing.rule))
        .hasSizeBetween(doing.rule.isEmpty() ? 0 : 1, doing.rule.isEmpty() ? 0 : 2);
    // The host is busy with other tests, perhaps, and the monitor right to warn of that.
    boolean busy = report.path("alerts").toString().contains("\"subject\":\"host\"");
    assertThat(ended.exitCode())
        .as(ended.out() + ended.err())
        .isEqualTo(busy ? Math.max(1, doing.exitCode) : doing.exitCode);
    assertThat(report.path("monitoring_summary").path("partial").asBoolean()).isFalse();
    assertThat(report.path("raw_samples").size()).isBetween(40, 57);
    if (doing.inside) {
      assertSeenFromInside(report.path("source_analysis").path(0));
    }
  }

  private static void assertSeenFromInside(JsonNode inside) {
    assertThat(inside.path("looks").asInt()).as(inside.toString()).isGreaterThan(20);
    assertThat(inside.path("figures").path("heap_used").path("last").asDouble()).isPositive();
    assertThat(inside.path("figures").path("threads").path("last").asInt()).isPositive();
  }

  @Test
  void reportsAProcessThatEndsInTheMiddleAndEndsWithIt() throws Exception {
    Process process = WatchedProgram.start(home, "rests");
    try (ProgramRun run =
        place.start(
            "monitor",
            "--pid=" + process.pid(),
            "--interval=100ms",
            "--duration=5m",
            "--realtime")) {
      assertThat(run.holdsBeforeItEnds(() -> run.err().contains("healthy"))).isTrue();

      process.destroyForcibly();

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.out()).contains("WARNING", "process " + process.pid(), "ended after");
    } finally {
      process.destroyForcibly();
    }
  }

  /** It lives on, and what can be seen from outside is seen. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsNoJvmIsToldOnceAndWatchedFromOutside() throws Exception {
    Process process = new ProcessBuilder("cat").start();
    try {
      Ended ended =
          place.run(
              "monitor", "--jvm", "--pid=" + process.pid(), "--interval=100ms", "--duration=1s");

      assertThat(ended.problems())
          .singleElement()
          .asString()
          .startsWith("harness: JVM %d is not available: process".formatted(process.pid()))
          .contains("is no JVM");
      assertThat(ended.out()).contains("process " + process.pid());
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void reportsWhatItSawWhenItIsInterrupted() throws Exception {
    Path report = place.directory().resolve("report.json");
    try (ProgramRun run = place.start("monitor", "--duration=5m", "--output=report.json")) {
      assertThat(run.holdsBeforeItEnds(() -> Files.exists(report))).isTrue();

      run.signal("INT");

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.out()).contains("the host watched for");
      assertThat(WrittenReport.read(report).path("monitoring_summary").path("partial").asBoolean())
          .isTrue();
    }
  }

  @Test
  void whatIsNoPlainFileStaysWhatItIs() throws Exception {
    Path file = place.file("real.json", "");
    Path link = Files.createSymbolicLink(place.directory().resolve("link.json"), file);

    Ended ended =
        place.run("monitor", "--duration=200ms", "--interval=100ms", "--output=link.json");

    assertThat(ended.problems()).containsExactly("written: link.json");
    assertThat(link).isSymbolicLink();
    assertThat(WrittenReport.read(file).path("monitoring_summary").path("samples").asInt())
        .isPositive();
  }

  @Test
  void aReportThatIsKilledIsWhole() throws Exception {
    Path report = place.directory().resolve("report.json");
    try (ProgramRun run =
        place.start("monitor", "--duration=5m", "--interval=50ms", "--output=report.json")) {
      assertThat(run.holdsBeforeItEnds(() -> Files.exists(report))).isTrue();

      run.signal("KILL");
      run.end();
    }
    assertThat(WrittenReport.read(report).path("monitoring_summary").path("samples").asInt())
        .isPositive();
  }
}
