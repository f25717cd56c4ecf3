package dev.harness.run;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to hold {@value #RULES} rules, on all metrics that windows have, against one
 * window: once a second for each load. The slower a load, the more windows a rare percentile is
 * taken over.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AlertingBench {
  private static final int RULES = 200;

  private static final List<String> METRICS =
      List.of(
          "success_rate < %d%%",
          "error_rate > %d%%",
          "throughput < %d/s",
          "response_time_mean > %dms",
          "service_time_mean > %dms",
          "response_time_p50 > %dms",
          "response_time_p90 > %dms",
          "response_time_p95 > %dms",
          "response_time_p99 > %dms",
          "response_time_p99.9 > %dms",
          "service_time_p50 > %dms",
          "service_time_p95 > %dms",
          "service_time_p99 > %dms",
          "service_time_p99.9 > %dms",
          "burn_rate_99 > %d",
          "burn_rate_99.9 > %d",
          "burn_rate_99.9_1h > %d",
          "burn_rate_99.9_6h > %d");

  private static final Check CHECK =
      new FakeCheck("load", Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE, true);
  private static final String PHASE = "load";

  /** In operations a second. */
  @Param({"60", "1000", "20000"})
  int rate = 1_000;

  private final List<WindowSnapshot> seconds = new ArrayList<>();
  private Alerting alerting = new Alerting(plan(), 2);
  private long index;

  /** Response times are lognormal, with a median of 10 ms; one operation in a thousand fails. */
  @Setup
  public void drive() {
    var random = new Random(7);
    for (int i = 0; i < 60; i++) {
      seconds.add(second(random));
    }
    alerting = new Alerting(plan(), 2);
    alerting.accept(0, new RunEvent.CheckStarted(CHECK.id(), Duration.ofSeconds(1)));
    alerting.accept(0, new RunEvent.PhaseStarted(CHECK.id(), PHASE, Kind.STEADY, true));
    for (int i = 0; i < 120; i++) {
      oneWindow();
    }
  }

  @Benchmark
  public void oneWindow() {
    WindowSnapshot second = seconds.get((int) (index % seconds.size()));
    alerting.accept(0, new RunEvent.WindowClosed(CHECK.id(), PHASE, at(index++, second)));
  }

  private WindowSnapshot second(Random random) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    for (int i = 0; i < rate; i++) {
      long nanos = (long) (1e7 * Math.exp(random.nextGaussian()));
      Outcome outcome = random.nextInt(1_000) == 0 ? Outcome.failed("500") : Outcome.COMPLETED;
      recorder.due(0);
      recorder.record(new Sample("request", "user-1", 0, nanos / 10, nanos, outcome));
    }
    return recorder.closeAll().get(0);
  }

  private static WindowSnapshot at(long index, WindowSnapshot window) {
    return new WindowSnapshot(
        index,
        window.counts(),
        window.response(),
        window.service(),
        window.lag(),
        window.series(),
        window.reasons(),
        window.failures());
  }

  private static RunPlan plan() {
    var rules = new ArrayList<AlertRule>();
    for (int i = 0; i < RULES; i++) {
      String metric = METRICS.get(i % METRICS.size());
      rules.add(AlertRule.parse(metric.formatted(1 + i / METRICS.size()), Severity.INFO));
    }
    var ruleset =
        new Ruleset(
            new Thresholds(Map.of()),
            rules,
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    return new RunPlan("run-1", new Seed(1), Profile.STANDARD, List.of(CHECK), false, ruleset);
  }
}
