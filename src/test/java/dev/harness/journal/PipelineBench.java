package dev.harness.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.plan.Profile;
import dev.harness.random.Seed;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.FakeCheck;
import dev.harness.run.Findings;
import dev.harness.run.LiveThresholds;
import dev.harness.run.NoTargets;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunFold;
import dev.harness.run.RunPlan;
import dev.harness.time.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * All that is done with what was measured in one second of 100,000 operations, on one thread: they
 * are recorded, their window is closed, added up, judged by the shipped rules, held against limits
 * and written as a line of the journal. 10 ms of it are one per cent of a core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PipelineBench {
  private static final int PER_SECOND = 100_000;
  private static final String PHASE = "load";
  private static final Check CHECK =
      new FakeCheck("load", Budget.seconds(1, 1, 1), List.of(), rig -> Findings.NONE, true);

  private final long[] responseNanos = new long[PER_SECOND];
  private final ObjectWriter json = JournalJson.mapper().writer();
  private final ManualTicker ticker = new ManualTicker();
  private final RunEvents events = RunEvents.inline(ticker);
  private final Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private WindowSnapshot total = WindowSnapshot.zero(Resolution.MICROSECONDS);
  private long second;

  /** Response times are lognormal, with a median of 10 ms. */
  @Setup
  public void start() {
    var random = new Random(7);
    for (int i = 0; i < PER_SECOND; i++) {
      responseNanos[i] = (long) (1e7 * Math.exp(random.nextGaussian()));
    }
    events.judge(new RunFold());
    events.judge(new LiveThresholds());
    var plan =
        new RunPlan(
            "run-1",
            new Seed(1),
            Profile.STANDARD,
            List.of(CHECK),
            false,
            ThresholdsFile.shipped());
    var host = new NoTargets().probe().facts();
    events.publish(new RunEvent.RunStarted(plan, Instant.EPOCH, host, List.of()));
    events.publish(new RunEvent.CheckStarted(CHECK.id(), Duration.ofSeconds(1)));
    events.publish(new RunEvent.PhaseStarted(CHECK.id(), PHASE, Kind.STEADY, true));
  }

  /** One second of load. */
  @Benchmark
  public int oneSecond() throws JsonProcessingException {
    long start = second * Recorder.WINDOW_NANOS;
    long step = Recorder.WINDOW_NANOS / PER_SECOND;
    for (int i = 0; i < PER_SECOND; i++) {
      long intended = start + i * step;
      recorder.due(intended);
      recorder.lag(intended, responseNanos[i] >> 8);
      recorder.record(
          new Sample(
              "request",
              "user-1",
              intended,
              intended + 10_000,
              intended + responseNanos[i],
              Outcome.COMPLETED));
    }
    second++;
    ticker.advance(Duration.ofNanos(Recorder.WINDOW_NANOS));
    int bytes = 0;
    for (WindowSnapshot window : recorder.closeBefore(second * Recorder.WINDOW_NANOS)) {
      total = total.plus(window);
      var event = new RunEvent.WindowClosed(CHECK.id(), PHASE, window);
      events.publish(event);
      bytes += json.writeValueAsBytes(new Entry(second, ticker.nanoTime(), event)).length;
    }
    return bytes;
  }
}
