package dev.harness.check.operation;

import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An operation, and how long it took to be refused where it was: whoever cannot be served should
 * know at once. For loads of a few thousand operations, of which it keeps every refusal.
 */
public final class TimedRefusals implements Operation {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Operation operation;
  private final Ticker ticker;
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  public TimedRefusals(Operation operation, Ticker ticker) {
    this.operation = operation;
    this.ticker = ticker;
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    long start = ticker.nanoTime();
    return operation
        .fire(attempt)
        .onSuccess(
            outcome -> {
              if (outcome.kind() == Outcome.Kind.REFUSED) {
                nanos.add(ticker.nanoTime() - start);
              }
            });
  }

  /** P95 of the time from sending to the refusal, in milliseconds. */
  public Figure p95() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    long needed = Distribution.samplesNeeded(0.95);
    return sorted.length < needed
        ? Figure.missing("P95 needs %,d refusals, there are %,d".formatted(needed, sorted.length))
        : Figure.of(
            sorted[(int) Math.ceil(0.95 * sorted.length) - 1] / NANOS_PER_MILLI, sorted.length);
  }
}
