package dev.harness.target.http;

import dev.harness.measure.Distribution;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.HttpPeer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What one event loop of the generator costs over real sockets, and how late it is, beside a bare
 * client; the peer answers at once, on an event loop of its own. What counts is printed in each
 * iteration: processor time of the generator's loop for each request, the steady figure, where time
 * depends on the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HttpLoadBench {
  private static final int CONNECTIONS = 64;
  private static final int PER_SECOND = 20_000;
  private static final Duration DURATION = Duration.ofSeconds(5);
  private static final int REQUESTS = 100_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final HttpPeer peer = HttpPeer.thatAnswersAtOnce();
  private final Generator generator = new Generator(peer.port(), CONNECTIONS);
  private final PlainClient plain = new PlainClient(generator.vertx, peer.port(), CONNECTIONS);
  private long loopThread;

  @Setup
  public void findLoop() {
    var thread = new CompletableFuture<Long>();
    generator.vertx.runOnContext(now -> thread.complete(Thread.currentThread().getId()));
    loopThread = thread.join();
  }

  /** 20,000 a second, at times of their own. */
  @Benchmark
  public void open20k() {
    long before = cpuNanos();
    PhaseResult result = drive(new Open(new Constant(PER_SECOND, DURATION), CONNECTIONS));
    Distribution lag = result.total().lag();
    print(
        before,
        "lag P50 %.3f, P99 %.3f, max %.3f ms; response P99 %.3f ms; dropped %d"
            .formatted(
                lag.percentileMillis(0.5),
                lag.percentileMillis(0.99),
                lag.maxMillis(),
                result.response().percentileMillis(0.99),
                result.counts().dropped()));
  }

  @Benchmark
  public void open20kPlain() {
    long before = cpuNanos();
    plain.paced(REQUESTS, PER_SECOND);
    print(before, "");
  }

  /** As fast as it goes, one request after the other on each connection. */
  @Benchmark
  public void closed() {
    long before = cpuNanos();
    drive(Closed.of(CONNECTIONS, REQUESTS));
    print(before, "");
  }

  @Benchmark
  public void closedPlain() {
    long before = cpuNanos();
    plain.oneAfterAnother(REQUESTS);
    print(before, "");
  }

  private PhaseResult drive(LoadProfile load) {
    PhaseResult result = generator.drive(load, generator.get("/"));
    if (result.counts().due() != REQUESTS) {
      throw new IllegalStateException("not the load that was meant: " + result.counts());
    }
    return result;
  }

  private long cpuNanos() {
    return THREADS.getThreadCpuTime(loopThread);
  }

  private void print(long cpuNanosBefore, String more) {
    double micros = (cpuNanos() - cpuNanosBefore) / 1e3 / REQUESTS;
    System.out.printf("%.2f µs of CPU a request; %s; ", micros, more);
  }

  @TearDown
  public void close() {
    generator.close();
    peer.close();
  }
}
