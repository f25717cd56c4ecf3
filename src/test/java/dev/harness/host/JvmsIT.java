package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import dev.harness.time.SystemTicker;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Looks into processes that are real: this one, other JVMs, and some that are none. */
class JvmsIT {
  private static final int HELD = 32 << 20;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatThisProcessHoldsOnToIsSeen() {
    try (JvmProcess own = Jvms.own(new SystemTicker())) {
      double before = value(own.bytes());
      byte[] held = new byte[HELD];

      assertThat(value(own.bytes()) - before).isBetween(0.9 * held.length, 1.3 * held.length);
    }
  }

  @Test
  void anotherJvmIsSeenFromInside() throws IOException {
    Process small = jvm(1);
    Process large = jvm(HELD);
    try (JvmProcess one = Jvms.attach(small.pid(), new SystemTicker());
        JvmProcess other = Jvms.attach(large.pid(), new SystemTicker())) {
      assertThat(value(other.bytes()) - value(one.bytes())).isBetween(0.9 * HELD, 1.3 * HELD);
      assertThat(value(other.usedBytes())).isGreaterThanOrEqualTo((double) HELD);
      assertThat(value(other.peakBytes())).isGreaterThanOrEqualTo((double) HELD);
      assertThat(value(other.threads())).isPositive();
      assertThat(value(other.directBytes())).isGreaterThanOrEqualTo(0);
    }
  }

  /** Nothing is asked of it but what it tells anyway; its last collection was somebody else's. */
  @Test
  void anotherJvmTellsHowItIs() throws IOException {
    Process process = jvm(HELD);
    try (ReadingSource source = Jvms.readings(process.pid());
        JvmProcess jvm = Jvms.attach(process.pid(), new SystemTicker())) {
      Readings before = source.read();
      double live = value(jvm.bytes()) / Unit.BYTES_PER_MEGABYTE;
      Readings after = source.read();

      assertThat(told(before, SourceMetric.HEAP_USED)).isGreaterThanOrEqualTo(32);
      assertThat(told(after, SourceMetric.HEAP_COMMITTED))
          .isGreaterThanOrEqualTo(told(after, SourceMetric.HEAP_USED));
      assertThat(told(after, SourceMetric.HEAP_AFTER_GC)).isBetween(0.98 * live, 1.02 * live);
      assertThat(told(after, SourceMetric.HEAP_FILLED)).isBetween(25.0, 60.0);
      assertThat(told(after, SourceMetric.GC_RATE))
          .isGreaterThan(told(before, SourceMetric.GC_RATE));
      assertThat(told(after, SourceMetric.GC_TIME)).isPositive();
      assertThat(told(after, SourceMetric.THREADS))
          .isEqualTo(
              told(after, SourceMetric.THREADS_RUNNABLE)
                  + told(after, SourceMetric.THREADS_BLOCKED)
                  + told(after, SourceMetric.THREADS_WAITING));
    }
  }

  @Test
  void oneThatEndedTellsNothing() throws IOException, InterruptedException {
    Process process = jvm(1);
    try (ReadingSource source = Jvms.readings(process.pid())) {
      source.read();
      process.destroyForcibly().waitFor();

      assertThatThrownBy(source::read)
          .isInstanceOf(NotAvailableException.class)
          .hasMessage("the process ended while it was looked at");
    }
  }

  @Test
  void oneThatLetsNobodyInTellsNothing() throws IOException {
    Process process = jvm(1, "-XX:+DisableAttachMechanism");
    try (ReadingSource source = Jvms.readings(process.pid())) {
      assertThatThrownBy(source::read).isInstanceOf(NotAvailableException.class);
    }
    assertThat(process.isAlive()).isTrue();
  }

  private static double told(Readings readings, SourceMetric metric) {
    return readings.value(metric).orElseThrow();
  }

  @Test
  void oneThatEndsInTheMiddleIsMissing() throws IOException, InterruptedException {
    Process process = jvm(1);
    try (JvmProcess jvm = Jvms.attach(process.pid(), new SystemTicker())) {
      assertThat(jvm.bytes()).isInstanceOf(Figure.Measured.class);
      process.destroyForcibly().waitFor();

      assertThat(jvm.bytes()).isEqualTo(Figure.missing("the process ended while it was looked at"));
      assertThat(jvm.threads()).isInstanceOf(Figure.Missing.class);
    }
  }

  @Test
  void oneThatLetsNobodyInIsMissing() throws IOException {
    Process process = jvm(1, "-XX:+DisableAttachMechanism");

    assertThat(reason(process.pid())).startsWith("process " + process.pid());
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void oneThatIsNotThereIsMissing() throws IOException, InterruptedException {
    Process ended = jvm(1);
    ended.destroyForcibly().waitFor();

    assertThat(reason(ended.pid())).isEqualTo("there is no process " + ended.pid());
  }

  /** The signal by which a JVM is asked to open its door would end it. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void oneThatIsNoJvmIsMissingAndLivesOn() throws IOException {
    Process process = start(new ProcessBuilder("cat"));

    assertThat(reason(process.pid())).contains("is no JVM");
    assertThat(process.isAlive()).isTrue();
  }

  private static String reason(long pid) {
    try (JvmProcess jvm = Jvms.attach(pid, new SystemTicker())) {
      return ((Figure.Missing) jvm.bytes()).reason();
    }
  }

  private Process jvm(int bytes, String... options) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(options));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SleepingJvm.class.getName(), Integer.toString(bytes)));
    Process process = start(new ProcessBuilder(command));
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("holding " + bytes);
    return process;
  }

  private Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    return process;
  }

  private static double value(Figure figure) {
    assertThat(figure).isInstanceOf(Figure.Measured.class);
    return ((Figure.Measured) figure).value();
  }
}
