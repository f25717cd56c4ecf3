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
 * operation; what a window itself takes is {@link #openAndCloseOneWindow}, once a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecorderBench {
  /** Times go round in a window, so that no window closes while samples are measured. */
  private static final long STEP_NANOS = 997;

  private Recorder recorder = new Recorder(Resolution.MICROSECONDS, 0);
  private long intendedNanos;

  @Setup(Level.Iteration)
  public void newRecorder() {
    recorder = new Recorder(Resolution.MICROSECONDS, 0);
    recorder.due(0);
    recorder.lag(0, 0);
    recorder.record(new Sample("request", "user-1", 0, 0, 1, Outcome.COMPLETED));
  }

  /** As a closed load does. */
  @Benchmark
  public void completed() {
    long intended = next();
    recorder.due(intended);
    recorder.record(
        new Sample(
            "request", "user-1", intended, intended, intended + 40 * intended, Outcome.COMPLETED));
  }

  /** As an open load does: it also keeps how late the generator was. */
  @Benchmark
  public void completedOfAnOpenLoad() {
    long intended = next();
    recorder.due(intended);
    recorder.lag(intended, intended >> 8);
    recorder.record(
        new Sample(
            "request",
            "user-1",
            intended,
            intended + 10_000,
            intended + 40 * intended,
            Outcome.COMPLETED));
  }

  /** The first sample of a window, and its end. */
  @Benchmark
  public List<WindowSnapshot> openAndCloseOneWindow() {
    var fresh = new Recorder(Resolution.MICROSECONDS, 0);
    fresh.due(0);
    fresh.record(new Sample("request", "user-1", 0, 0, 40_000, Outcome.COMPLETED));
    return fresh.closeAll();
  }

  private long next() {
    intendedNanos = (intendedNanos + STEP_NANOS) % Recorder.WINDOW_NANOS;
    return intendedNanos;
  }
}
