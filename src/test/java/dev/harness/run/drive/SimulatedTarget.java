package dev.harness.run.drive;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Answers each operation after a time that the test decides on, on the loop that fired it. */
final class SimulatedTarget implements Operation {
  final List<Long> firedAtNanos = new ArrayList<>();
  final List<Long> intendedNanos = new ArrayList<>();
  final List<Long> indices = new ArrayList<>();
  final List<Long> abandoned = new ArrayList<>();
  private final HandDrivenLoops loops;
  private final LongFunction<Duration> serviceTime;

  /**
   * @param serviceTime by the time at which the operation is sent, in nanoseconds
   */
  SimulatedTarget(HandDrivenLoops loops, LongFunction<Duration> serviceTime) {
    this.loops = loops;
    this.serviceTime = serviceTime;
  }

  static SimulatedTarget answeringIn(HandDrivenLoops loops, Duration time) {
    return new SimulatedTarget(loops, sent -> time);
  }

  /** One that takes everything in and never says a word. */
  static SimulatedTarget silent(HandDrivenLoops loops) {
    return answeringIn(loops, Duration.ofDays(365));
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    long now = loops.ticker.nanoTime();
    firedAtNanos.add(now);
    intendedNanos.add(attempt.intendedNanos);
    indices.add(attempt.index());
    attempt.onAbandon(() -> abandoned.add(attempt.index()));
    Duration time = serviceTime.apply(now);
    Promise<Outcome> answer = Promise.promise();
    if (time.compareTo(Duration.ofDays(1)) < 0) {
      loops.here(time, () -> answer.complete(Outcome.COMPLETED));
    }
    return answer.future();
  }
}
