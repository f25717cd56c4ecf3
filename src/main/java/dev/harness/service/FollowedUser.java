package dev.harness.service;

import dev.harness.time.Ticker;
import java.util.Arrays;

/** What has become of one user's requests since somebody began to follow them. Thread-safe. */
final class FollowedUser {
  /** The last so many answers are what latency is told of. */
  private static final int KEPT = 256;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Ticker ticker;
  private final long[] answeredInNanos = new long[KEPT];
  private long completed;
  private long failed;
  private long refused;
  private long askedNanos;

  FollowedUser(Ticker ticker) {
    this.ticker = ticker;
    askedNanos = ticker.nanoTime();
  }

  synchronized void completed(long begunNanos) {
    answeredInNanos[(int) (completed % KEPT)] = ticker.nanoTime() - begunNanos;
    completed++;
  }

  synchronized void failed() {
    failed++;
  }

  synchronized void refused() {
    refused++;
  }

  /** Somebody still wants to know. */
  synchronized void asked() {
    askedNanos = ticker.nanoTime();
  }

  /** When somebody last wanted to know. */
  synchronized long askedNanos() {
    return askedNanos;
  }

  synchronized Told told() {
    long[] sorted = Arrays.copyOf(answeredInNanos, (int) Math.min(completed, KEPT));
    Arrays.sort(sorted);
    return new Told(completed, failed, refused, seconds(sorted, 50), seconds(sorted, 95));
  }

  private static double seconds(long[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return rank == 0 ? Double.NaN : sorted[rank - 1] / NANOS_PER_SECOND;
  }

  /**
   * What there is to tell.
   *
   * @param medianSeconds of the last answers, by the nearest rank; no number before the first
   * @param p95Seconds likewise
   */
  record Told(long completed, long failed, long refused, double medianSeconds, double p95Seconds) {}
}
