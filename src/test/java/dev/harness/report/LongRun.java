package dev.harness.report;

import dev.harness.measure.Counts;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.report.html.HtmlReport;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckTimeline;
import dev.harness.run.Findings;
import dev.harness.run.LoadTimeline;
import dev.harness.run.LoadTimeline.Point;
import dev.harness.run.RunRecord;
import dev.harness.run.UseSample;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.WindowTally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A hundred checks of an hour each, rendered. A program by itself, so that its memory is its own.
 */
final class LongRun {
  private static final int CHECKS = 100;
  private static final int POINTS = CheckTimeline.MOST_POINTS;
  private static final double SECONDS_A_POINT = 3_600.0 / POINTS;

  private LongRun() {}

  /**
   * Renders it into a directory, and says how many milliseconds of processor time the whole program
   * took: what else the machine does has no part in that.
   */
  public static void main(String... directory) throws IOException {
    RunRecord run = run();
    Path reports = Path.of(directory[0]);
    HtmlReport.write(run, Optional.empty(), reports.resolve("report.html"));
    JsonReport.write(run, Optional.empty(), reports.resolve("report.json"));
    JUnitReport.write(run, reports.resolve("junit.xml"));
    MarkdownReport.write(run, Optional.empty(), reports.resolve("summary.md"));
    System.out.println(ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
  }

  private static RunRecord run() {
    List<CheckResult> results = IntStream.range(0, CHECKS).mapToObj(LongRun::check).toList();
    RunRecord run = SampleRun.record(results, Optional.empty());
    return new RunRecord(
        run.plan(),
        run.started(),
        CHECKS * 3_600.0,
        run.results(),
        IntStream.range(0, CHECKS).mapToObj(LongRun::timeline).toList(),
        run.host(),
        run.facts(),
        run.use(),
        run.alerts(),
        run.unused(),
        run.interruption(),
        run.baseline(),
        run.faults());
  }

  private static CheckResult check(int number) {
    PhaseResult load = load();
    return SampleRun.judged(
        Suite.LOAD,
        "check-" + number,
        SampleRun.REQUESTS,
        Findings.NONE
            .with(ConcurrentRequestLimits.SUCCESS_RATE, load.success())
            .with(ConcurrentRequestLimits.P95, load.response().percentile(0.95)),
        List.of(load));
  }

  private static PhaseResult load() {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 1; i <= 10_000; i++) {
      recorder.due(0);
      recorder.record(new Sample("request", "user-1", 0, 1_000, i * 100_000L, Outcome.COMPLETED));
    }
    WindowSnapshot window = recorder.closeAll().get(0);
    return new PhaseResult(
        "sustained",
        window,
        WindowTally.of(window),
        3_600_000_000_000L,
        Kind.STEADY,
        100,
        5_000_000_000L,
        1,
        new Strain(3_600, 36, 0, 0, 0, Double.NaN));
  }

  private static CheckTimeline timeline(int number) {
    return new CheckTimeline(
        check(number).check().id(),
        number * 3_600.0,
        List.of(
            new LoadTimeline(
                "sustained",
                Kind.STEADY,
                false,
                IntStream.range(0, POINTS).mapToObj(LongRun::point).toList())),
        IntStream.range(0, POINTS).mapToObj(LongRun::use).toList());
  }

  /** Each unlike its neighbours, in as many digits as a measured one has. */
  private static Point point(int i) {
    double wave = 10 + Math.sin(i);
    return new Point(
        i * SECONDS_A_POINT,
        SECONDS_A_POINT,
        new Counts(700, 690 - i % 7, 3, i % 7, 4, 3, 0, 0),
        wave,
        wave * Math.E,
        wave * Math.PI,
        wave * 7);
  }

  private static UseSample use(int i) {
    long memory = (300L << 20) + (long) (1e7 * Math.sin(i));
    var process = new ProcessSample(memory, 2 * memory, i * 1_234_567_890L, 30, 100);
    return new UseSample(
        i * SECONDS_A_POINT,
        new HostSample(4L << 30, 0, 50, 1.5, 0, 1_000),
        Map.of("harness", process, "target", process, "database", process));
  }
}
