package dev.harness.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to record one operation, from due to done. {@code gc.alloc.rate.norm} is bytes per
 * operation, without those of the sample: whether the compiler allocates one, 48 bytes, depends on
 * its caller. What a window itself takes is {@link #openAndCloseOneWindow}, once a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBench {
  /** As many as make one window, so that none closes while samples are measured. */
  private static final int SAMPLES = 1_024;

  private static final long STEP_NANOS = Recorder.WINDOW_NANOS / SAMPLES;

  private final Sample[] samples = new Sample[SAMPLES];
  private Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private int next;

  @Setup
  public void makeSamples() {
    for (int i = 0; i < SAMPLES; i++) {
      long intended = i * STEP_NANOS;
      samples[i] =
          new Sample(
              "request",
              "user-1",
              intended,
              intended + 10_000,
              41 * intended + 10_000,
              Outcome.COMPLETED);
    }
  }

  @Setup(Level.Iteration)
  public void newRecorder() {
    recorder = new Recorder(Resolution.MICROSECONDS, 0);
    recorder.due(0);
    recorder.lag(0, 0);
    recorder.record(samples[0]);
  }

  /** As a closed load does. */
  @Benchmark
  public void completed() {
    Sample sample = next();
    recorder.due(sample.intendedNanos());
    recorder.record(sample);
  }

  /** As an open load does: it also keeps how late the generator was. */
  @Benchmark
  public void completedOfAnOpenLoad() {
    Sample sample = next();
    recorder.due(sample.intendedNanos());
    recorder.lag(sample.intendedNanos(), sample.intendedNanos() >> 8);
    recorder.record(sample);
  }

  /** The first sample of a window, and its end. */
  @Benchmark
  public List<WindowSnapshot> openAndCloseOneWindow() {
    var fresh = new Recorder(Resolution.MICROSECONDS, 0);
    fresh.due(0);
    fresh.record(new Sample("request", "user-1", 0, 0, 40_000, Outcome.COMPLETED));
    return fresh.closeAll();
  }

  private Sample next() {
    next = (next + 1) % SAMPLES;
    return samples[next];
  }
}
