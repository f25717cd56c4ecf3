package dev.harness.cli;

import dev.harness.telemetry.MetricsEndpoint;
import dev.harness.telemetry.MetricsPush;
import dev.harness.telemetry.RunMetrics;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the metrics of a run go: served while it lasts, pushed when it has ended. */
@Command
final class MetricsOption {
  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      converter = WholeNumber.Port.class,
      description =
          "Serves the metrics of the run for Prometheus, at http://127.0.0.1:PORT/q/metrics, while"
              + " it lasts, and until whoever scrapes them has got the last ones; 0 for any port that"
              + " is free.")
  private @Nullable Integer port;

  @Option(
      names = "--metrics-push",
      paramLabel = "URL",
      description =
          "Pushes the metrics of the run to a Pushgateway once, when it has ended: http://HOST:9091,"
              + " or a group there, as http://HOST:9091/metrics/job/NAME.")
  private @Nullable URI gateway;

  /**
   * Listens, and tells where.
   *
   * @throws UsageException where that port cannot be had, or nothing can be pushed there
   */
  MetricsOutlets open(Vertx vertx, Ticker ticker, Terminal terminal) {
    var metrics = new RunMetrics();
    // What is refused is refused before anything listens.
    Optional<MetricsPush> push = push(vertx, metrics);
    return new MetricsOutlets(metrics, endpoint(vertx, metrics, ticker, terminal), push, terminal);
  }

  private @Nullable MetricsEndpoint endpoint(
      Vertx vertx, RunMetrics metrics, Ticker ticker, Terminal terminal) {
    if (port == null) {
      return null;
    }
    try {
      MetricsEndpoint endpoint = MetricsEndpoint.open(vertx, metrics, port, ticker);
      terminal.progress("metrics: " + endpoint.url());
      return endpoint;
    } catch (IllegalStateException e) {
      throw new UsageException("--metrics-port %d: %s".formatted(port, e.getMessage()));
    }
  }

  private Optional<MetricsPush> push(Vertx vertx, RunMetrics metrics) {
    try {
      return Optional.ofNullable(gateway).map(it -> new MetricsPush(vertx, metrics, it));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--metrics-push: " + e.getMessage());
    }
  }
}
