package dev.harness.check.stability;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.random.Seed;
import dev.harness.run.NoTargets;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ServiceProcess;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** A service that ages as a test says, on a clock that is moved by hand. */
final class SimulatedService extends NoTargets {
  private static final double LIVE_BYTES = 30e6;

  /** As much as live sets of the reference service were seen to waver. */
  private static final double NOISE_BYTES = 20_000;

  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

  private final HandDrivenLoops loops;
  private final Aging aging;
  private final Seed chance = new Seed(1);
  private long drawn;

  SimulatedService(HandDrivenLoops loops, Aging aging) {
    this.loops = loops;
    this.aging = aging;
  }

  /**
   * How it ages; each is a function of the hours that it has run for.
   *
   * @param millis that an answer takes at least
   * @param failing part of its answers that are failures
   * @param leakedMegabytes on top of what it always holds
   * @param jvm whether it can be looked into
   */
  record Aging(
      DoubleUnaryOperator millis,
      DoubleUnaryOperator failing,
      DoubleUnaryOperator leakedMegabytes,
      boolean jvm) {
    static final Aging NONE = new Aging(hours -> 10, hours -> 0, hours -> 0, true);

    Aging slower(DoubleUnaryOperator how) {
      return new Aging(how, failing, leakedMegabytes, jvm);
    }

    Aging failing(DoubleUnaryOperator how) {
      return new Aging(millis, how, leakedMegabytes, jvm);
    }

    Aging leaking(DoubleUnaryOperator how) {
      return new Aging(millis, failing, how, jvm);
    }

    Aging closed() {
      return new Aging(millis, failing, leakedMegabytes, false);
    }
  }

  @Override
  public ServiceProcess service() {
    return new ServiceProcess() {
      @Override
      public long pid() {
        return 1;
      }

      @Override
      public String host() {
        return "simulated";
      }

      @Override
      public int port() {
        return 1;
      }

      @Override
      public boolean alive() {
        return true;
      }

      @Override
      public String commandLine() {
        return "simulated";
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public HttpTarget http(ServiceProcess service, int connections) {
    return new HttpTarget() {
      @Override
      public Future<Reply> send(Request request, Attempt attempt) {
        Promise<Reply> answer = Promise.promise();
        double millis = aging.millis().applyAsDouble(hours()) * (1 + random());
        loops.here(Duration.ofNanos((long) (1e6 * millis)), () -> answer.complete(reply(request)));
        return answer.future();
      }

      @Override
      public Future<Reply> send(Request request) {
        return Future.failedFuture("nobody asks");
      }

      @Override
      public void close() {}
    };
  }

  private HttpTarget.Reply reply(HttpTarget.Request request) {
    boolean fails = random() < aging.failing().applyAsDouble(hours());
    String body = "\"" + String.join("\",\"", request.headers().values()) + "\"";
    return new HttpTarget.Reply(
        fails ? 500 : 200, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
  }

  @Override
  public JvmProcess jvm(long pid) {
    return new JvmProcess() {
      @Override
      public Figure bytes() {
        return aging.jvm() ? Figure.of(heldBytes()) : Figure.missing("it is no JVM");
      }

      @Override
      public Figure usedBytes() {
        return bytes();
      }

      @Override
      public Figure peakBytes() {
        return usedBytes();
      }

      @Override
      public Figure directBytes() {
        return Figure.missing("not simulated");
      }

      @Override
      public Figure threads() {
        return Figure.missing("not simulated");
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public ProcessProbe probe() {
    ProcessProbe none = super.probe();
    return new ProcessProbe() {
      @Override
      public Optional<ProcessSample> process(long pid) {
        return Optional.of(new ProcessSample((long) heldBytes(), 0, 0, 1, 1));
      }

      @Override
      public HostSample host() {
        return none.host();
      }

      @Override
      public double frequencyPercent() {
        return none.frequencyPercent();
      }

      @Override
      public HostFacts facts() {
        return none.facts();
      }
    };
  }

  private double heldBytes() {
    double leaked = aging.leakedMegabytes().applyAsDouble(hours()) * Unit.BYTES_PER_MEGABYTE;
    return LIVE_BYTES + leaked + NOISE_BYTES * random();
  }

  private double hours() {
    return loops.ticker.nanoTime() / NANOS_PER_HOUR;
  }

  private double random() {
    return chance.uniform(drawn++);
  }
}
