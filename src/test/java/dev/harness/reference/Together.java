package dev.harness.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that set out at the same moment, round after round. */
final class Together implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  Together(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /** What each of the threads got, in the order of their numbers from 0. */
  <T> List<T> all(IntFunction<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    var start = new CyclicBarrier(threads);
    var running = new ArrayList<Future<T>>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      running.add(
          pool.submit(
              () -> {
                await(start);
                return work.apply(number);
              }));
    }
    var results = new ArrayList<T>();
    for (Future<T> one : running) {
      results.add(one.get(10, TimeUnit.SECONDS));
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static void await(CyclicBarrier barrier)
      throws InterruptedException, BrokenBarrierException {
    barrier.await();
  }
}
