package dev.harness.run.drive;

import dev.harness.measure.WindowSnapshot;
import dev.harness.time.Ticker;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Drives loads on the event loops of one Vert.x instance. */
public final class Driver {
  private final Ticker ticker;
  private final List<Loop> loops;
  private final Set<Lane> running = ConcurrentHashMap.newKeySet();

  /**
   * @param lanes event loops that share each load; at least 1
   */
  public Driver(Vertx vertx, Ticker ticker, int lanes) {
    this(ticker, IntStream.range(0, lanes).mapToObj(lane -> loopOf(vertx)).toList());
  }

  Driver(Ticker ticker, List<Loop> loops) {
    if (loops.isEmpty()) {
      throw new IllegalArgumentException("a driver needs an event loop");
    }
    this.ticker = ticker;
    this.loops = List.copyOf(loops);
  }

  /** On half the cores: the other half belongs to what the load hits. */
  public static Driver onHalfTheCores(Vertx vertx, Ticker ticker) {
    return new Driver(vertx, ticker, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  }

  private static Loop loopOf(Vertx vertx) {
    ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    return new NettyLoop(context);
  }

  /** Ids of the threads that drive. */
  public List<Long> threads() {
    return loops.stream().flatMapToLong(loop -> loop.threadId().stream()).boxed().toList();
  }

  /**
   * Drives a phase from subscription on. The stream gives its windows as they close and completes
   * with the phase; to cancel it is to stop firing at once.
   *
   * @param whenDone told the whole phase, just before the stream completes
   */
  public Multi<WindowSnapshot> drive(Phase phase, Consumer<PhaseResult> whenDone) {
    return Multi.createFrom()
        .emitter(
            windows -> {
              long startNanos = ticker.nanoTime();
              var total = new PhaseTotal(phase, startNanos);
              int count = Math.min(loops.size(), phase.load().slots());
              var merger =
                  new WindowMerger(
                      count,
                      phase.resolution(),
                      window -> {
                        total.add(window);
                        windows.emit(window);
                      },
                      end -> {
                        whenDone.accept(total.result(end));
                        windows.complete();
                      });
              List<Lane> lanes = lanes(phase, count, startNanos, merger);
              running.addAll(lanes);
              windows.onTermination(() -> end(lanes));
              lanes.forEach(Lane::start);
            });
  }

  /**
   * Whether all event loops get to do anything within a second. One of which an operation does not
   * let go never does again, and whatever waits for it waits for good.
   */
  public boolean responds() {
    var answers = new CountDownLatch(loops.size());
    loops.forEach(loop -> loop.execute(answers::countDown));
    try {
      return answers.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Ends all phases that are being driven: nothing more is sent, and what is still under way after
   * the grace is counted as unfinished. Their streams complete as usual.
   */
  public void stop(Duration grace) {
    running.forEach(lane -> lane.stop(grace));
  }

  private void end(List<Lane> lanes) {
    lanes.forEach(lane -> lane.stop(Duration.ZERO));
    lanes.forEach(running::remove);
  }

  private List<Lane> lanes(Phase phase, int count, long startNanos, WindowMerger merger) {
    return IntStream.range(0, count)
        .mapToObj(
            lane ->
                new Lane(
                    phase,
                    Intentions.of(phase.load(), lane, count, startNanos),
                    share(phase.load().slots(), lane, count),
                    startNanos,
                    loops.get(lane),
                    ticker,
                    merger.lane(lane)))
        .toList();
  }

  /** One lane's part of a whole: parts differ by one at the most, and add up to it. */
  static int share(int whole, int lane, int lanes) {
    return whole / lanes + (lane < whole % lanes ? 1 : 0);
  }
}
