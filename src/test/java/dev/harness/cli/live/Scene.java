package dev.harness.cli.live;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.CheckId;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.Suite;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.random.Seed;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.RunEvent;
import dev.harness.run.RunPlan;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.LiveBreach;
import dev.harness.verdict.LiveLimit;
import dev.harness.verdict.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of four checks that a test carries on, event by event and second by second. */
final class Scene {
  static final Check FIRST = new Told("single-creation", Budget.seconds(2, 4, 8));
  static final Check SECOND = new Told("propagation", Budget.seconds(3, 6, 9));
  static final Check SUSTAINED = new Told("a-sustained-load", Budget.seconds(60, 60, 60));
  static final Check LAST = new Told("validation", Budget.seconds(1, 2, 3));

  private static final long NANOS = 1_000_000_000L;

  /** The clock's own zero is none of the run's business. */
  private long now = -987 * NANOS;

  private LiveRun run = LiveRun.NONE;
  private final Map<String, ProcessSample> processes = new HashMap<>();

  Scene() {
    var rules =
        new Ruleset(
            new Thresholds(Map.of()),
            List.of(),
            TestConfiguration.DEFAULT,
            EnvironmentRequirements.DEFAULT);
    var plan =
        new RunPlan(
            "r1",
            new Seed(1),
            Profile.QUICK,
            List.of(FIRST, SECOND, SUSTAINED, LAST),
            false,
            rules);
    var host = new HostFacts("Test", "1", "none", "none", 2, 1L << 30);
    happens(new RunEvent.RunStarted(plan, Instant.EPOCH, host, List.of()));
  }

  LiveRun run() {
    return run;
  }

  long now() {
    return now;
  }

  /** Two checks are over, one well and one not, and the third has been measured for 40 s. */
  static Scene inTheMiddle() {
    Scene scene = new Scene().ended(FIRST, Verdict.PASS).ended(SECOND, Verdict.BREACH);
    scene.uses("target", 200, 1.0).uses("harness", 310, 9.0).sampled().begins(SUSTAINED);
    scene.load("warm-up", false).passes(1).window("warm-up", 0, 50, 3);
    scene.load("sustained", true);
    for (int second = 0; second < 40; second++) {
      scene.passes(1).window("sustained", second, 100, second < 30 ? 2 + second % 3 : 20);
    }
    return scene.uses("target", 212, 11.0).uses("harness", 315, 17.0).sampled();
  }

  Scene passes(double seconds) {
    now += (long) (seconds * NANOS);
    return this;
  }

  Scene happens(RunEvent event) {
    run = run.with(event, now);
    return this;
  }

  Scene begins(Check check) {
    return happens(new RunEvent.CheckStarted(check.id(), check.budget().in(Profile.QUICK).get()));
  }

  Scene ended(Check check, Verdict verdict) {
    var trouble = new Trouble(verdict, ExitCode.PASSED, "as told", Optional.empty());
    return happens(
        new RunEvent.CheckEnded(
            new CheckResult(check, Findings.NONE, List.of(), List.of(), 1, Optional.of(trouble))));
  }

  Scene load(String phase, boolean measured) {
    return happens(new RunEvent.PhaseStarted(SUSTAINED.id(), phase, Kind.STEADY, measured));
  }

  /** So many answers, each after so long. */
  Scene window(String phase, int index, int completed, long millis) {
    return window(phase, index, completed, millis, Map.of());
  }

  /** And others that ended in another way. */
  Scene window(String phase, int index, int completed, long millis, Map<Outcome, Integer> others) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    long due = index * NANOS;
    for (int i = 0; i < completed; i++) {
      record(recorder, due, millis, Outcome.COMPLETED);
    }
    others.forEach(
        (outcome, n) -> {
          for (int i = 0; i < n; i++) {
            record(recorder, due, 1_000, outcome);
          }
        });
    WindowSnapshot window = recorder.closeAll().get(index);
    return happens(new RunEvent.WindowClosed(SUSTAINED.id(), phase, window));
  }

  private static void record(Recorder recorder, long due, long millis, Outcome outcome) {
    recorder.due(due);
    recorder.lag(due, 100_000);
    recorder.record(new Sample("request", "user-1", due, due, due + millis * 1_000_000, outcome));
  }

  /** The response times of that load break a limit of 15 ms now, and nobody completes enough. */
  Scene breaks(String phase) {
    var limits =
        new Thresholds(
            Map.of(
                ConcurrentRequestLimits.P95, new Limit(15, "mine"),
                LoadLimits.SUSTAINED_SUCCESS, new Limit(95, "mine")));
    List<Criterion> criteria =
        List.of(
            Criterion.key(ConcurrentRequestLimits.P95),
            Criterion.key(LoadLimits.SUSTAINED_SUCCESS));
    List<Figure> figures = List.of(Figure.of(20), Figure.of(82.14));
    List<LiveLimit> live = LiveLimit.of(criteria, limits, phase);
    run =
        run.breaking(
            IntStream.range(0, live.size())
                .mapToObj(i -> new LiveBreach(phase, live.get(i), figures.get(i)))
                .toList());
    return this;
  }

  /** A process has that much memory from now on, and has used so much processor time. */
  Scene uses(String role, long megabytes, double cpuSeconds) {
    processes.put(role, new ProcessSample(megabytes << 20, 0, (long) (cpuSeconds * NANOS), 1, 1));
    return this;
  }

  Scene sampled() {
    var host = new HostSample(0, 0, 0, 0, 0, 0);
    return happens(new RunEvent.Sampled(Instant.EPOCH, host, Map.copyOf(processes)));
  }

  /** A check that is only told of. */
  private record Told(String name, Budget budget) implements Check {
    @Override
    public CheckId id() {
      return new CheckId(Suite.CONTEXT, name);
    }

    @Override
    public String load() {
      return "what a test says";
    }

    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public Findings run(Rig rig) {
      throw new UnsupportedOperationException("nobody runs it");
    }
  }
}
