package dev.harness.testing;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.random.Seed;
import dev.harness.run.drive.Driver;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.target.http.VertxHttpTarget;
import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import dev.harness.user.UserPopulation;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The real driver on a real event loop of its own, with the real client, against a peer. */
public final class Generator implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  public final Ticker ticker = new SystemTicker();
  public final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
  public final Driver driver = new Driver(vertx, ticker, 1);
  public final HttpTarget target;

  public Generator(int port, int connections) {
    target = new VertxHttpTarget(vertx, "127.0.0.1", port, connections);
  }

  /** Asks for the same thing again and again. */
  public Operation get(String path) {
    var request = new Request("GET", path, Map.of());
    return attempt ->
        target
            .send(request, attempt)
            .map(
                reply ->
                    reply.status() == 200
                        ? Outcome.COMPLETED
                        : Outcome.failed("status-" + reply.status()));
  }

  /** Drives a load to its end. */
  public PhaseResult drive(LoadProfile load, Operation operation) {
    return drive(load, TIMEOUT, operation);
  }

  public PhaseResult drive(LoadProfile load, Duration timeout, Operation operation) {
    var phase =
        new Phase(
            "test",
            load,
            new UserPopulation(100, "run-1", new Seed(1)),
            Resolution.MICROSECONDS,
            timeout,
            operation);
    var result = new AtomicReference<PhaseResult>();
    driver.drive(phase, result::set).onItem().ignoreAsUni().await().atMost(PATIENCE);
    PhaseResult whole = result.get();
    if (whole == null) {
      throw new AssertionError("the phase gave no result");
    }
    return whole;
  }

  @Override
  public void close() {
    target.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
