package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Suite;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows as files, each read back by what others read such files with. */
class WindowFilesTest {
  private static final CheckId CHECK = new CheckId(Suite.LOAD, "sustained");
  private static final long RUN_START = 7_000_000_000L;
  private static final long PHASE_START = RUN_START + 2_500_000_000L;

  @TempDir private Path directory;

  @Test
  void hdrHistogramReadsTheLogBack() {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    tell(new LatencyLog(out), "slow, \"then\" fast", Resolution.MICROSECONDS);
    tell(new LatencyLog(out), "in process", Resolution.NANOSECONDS);

    List<Histogram> read = read(bytes.toByteArray());

    assertThat(read).hasSize(4);
    assertThat(read)
        .extracting(EncodableHistogram::getTag)
        .containsExactly(
            "load/sustained/slow_then_fast",
            "load/sustained/slow_then_fast",
            "load/sustained/in_process",
            "load/sustained/in_process");
    assertThat(read).extracting(Histogram::getTotalCount).containsExactly(3L, 1L, 3L, 1L);
    for (Histogram first : List.of(read.get(0), read.get(2))) {
      assertThat(first.getStartTimeStamp())
          .isEqualTo(SampleRun.passed().started().toEpochMilli() + 2_500);
      assertThat((double) first.getValueAtPercentile(50)).isCloseTo(2e6, within(1e4));
      assertThat((double) first.getMaxValue()).isCloseTo(3e6, within(1e4));
    }
  }

  /** Its own program, which is what people have to look at such a file with. */
  @Test
  void hdrHistogramsProgramMakesPercentilesOfTheLog() throws Exception {
    Path log = directory.resolve("latency.hlog");
    try (var out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      tell(new LatencyLog(out), "sustained", Resolution.MICROSECONDS);
    }
    Path made = directory.resolve("made");

    var program =
        new HistogramLogProcessor(
            new String[] {
              "-i", log.toString(), "-o", made.toString(), "-tag", CHECK + "/sustained"
            });
    program.start();
    program.join(10_000);
    assertThat(directory.resolve("made.hgrm"))
        .content()
        .contains(
            "Value     Percentile TotalCount 1/(1-Percentile)", "Total count    =            4")
        .containsPattern("#\\[Max +=  +3\\.00");
  }

  @Test
  void theTableIsAsItAlwaysWas() {
    var out = new StringWriter();
    tell(new WindowsCsv(out), "slow, \"then\" fast", Resolution.MICROSECONDS);

    Golden.assertSame("windows.csv", out.toString().replace("\r\n", "\n"));
  }

  @Test
  void theTableHasARowForEachWindow() {
    var out = new StringWriter();
    tell(new WindowsCsv(out), "slow, \"then\" fast", Resolution.MICROSECONDS);

    List<String> lines = out.toString().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("check,phase,load,measured,phase_start_seconds,window,due,");
    assertThat(lines.get(1))
        .startsWith(
            "load/sustained,\"slow, \"\"then\"\" fast\",steady,true,2.500000,0,3,3,0,0,0,0,0,0,")
        .contains(",2.00", ",3.00");
    assertThat(lines.get(2)).contains(",1,2,1,0,1,0,0,0,0,");
    assertThat(out.toString()).endsWith("\r\n");
  }

  /** Two windows: 1, 2 and 3 ms in the first; one answer and one failure in the second. */
  private static void tell(RunEvents.Judge file, String phase, Resolution resolution) {
    var recorder = new Recorder(resolution, PHASE_START);
    for (int i = 1; i <= 3; i++) {
      record(recorder, PHASE_START + i, i * 1_000_000L, Outcome.COMPLETED);
    }
    record(recorder, PHASE_START + Recorder.WINDOW_NANOS, 1_000_000, Outcome.COMPLETED);
    record(recorder, PHASE_START + Recorder.WINDOW_NANOS, 1_000_000, Outcome.failed("status-500"));
    RunRecord run = SampleRun.passed();
    file.accept(
        RUN_START, new RunEvent.RunStarted(run.plan(), run.started(), run.host(), List.of()));
    file.accept(PHASE_START, new RunEvent.PhaseStarted(CHECK, phase, Kind.STEADY, true));
    recorder
        .closeAll()
        .forEach(
            window -> file.accept(PHASE_START, new RunEvent.WindowClosed(CHECK, phase, window)));
  }

  private static void record(Recorder recorder, long at, long nanos, Outcome outcome) {
    recorder.due(at);
    recorder.record(new Sample("request", "user-1", at, at, at + nanos, outcome));
  }

  private static List<Histogram> read(byte[] log) {
    var read = new ArrayList<Histogram>();
    var reader = new HistogramLogReader(new ByteArrayInputStream(log));
    for (EncodableHistogram next = reader.nextIntervalHistogram();
        next != null;
        next = reader.nextIntervalHistogram()) {
      read.add((Histogram) next);
    }
    return read;
  }

  private static org.assertj.core.data.Offset<Double> within(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }
}
