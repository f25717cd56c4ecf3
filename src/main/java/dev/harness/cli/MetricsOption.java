package dev.harness.cli;

import dev.harness.telemetry.MetricsEndpoint;
import dev.harness.telemetry.RunMetrics;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the metrics of a run are served while it lasts, and where. */
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

  /**
   * Listens, and tells where; null where nobody wants that.
   *
   * @throws UsageException where that port cannot be had
   */
  @Nullable MetricsEndpoint open(
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
}
