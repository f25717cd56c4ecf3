package dev.harness.cli;

import dev.harness.telemetry.MetricsEndpoint;
import dev.harness.telemetry.MetricsPush;
import dev.harness.telemetry.RunMetrics;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the metrics of a run go: served while it lasts, pushed when it has ended. */
@Command
final class MetricsOption {
  private static final String PUSH = "--metrics-push";
  private static final String OTLP = "--metrics-otlp";

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
      names = PUSH,
      paramLabel = "URL",
      description =
          "Pushes the metrics of the run to a Pushgateway once, when it has ended: http://HOST:9091,"
              + " or a group there, as http://HOST:9091/metrics/job/NAME.")
  private @Nullable URI gateway;

  @Option(
      names = OTLP,
      paramLabel = "URL",
      description =
          "Pushes them likewise to a collector of OpenTelemetry, by OTLP over HTTP in JSON:"
              + " http://HOST:4318.")
  private @Nullable URI collector;

  /**
   * Listens, and tells where.
   *
   * @throws UsageException where that port cannot be had, or nothing can be pushed there
   */
  MetricsOutlets open(Vertx vertx, Ticker ticker, Terminal terminal) {
    var metrics = new RunMetrics();
    // What is refused is refused before anything listens.
    var pushes = new LinkedHashMap<String, MetricsPush>();
    push(PUSH, gateway, to -> MetricsPush.toGateway(vertx, metrics, to), pushes);
    push(OTLP, collector, to -> MetricsPush.toCollector(vertx, metrics, to, ticker), pushes);
    return new MetricsOutlets(
        metrics, endpoint(vertx, metrics, ticker, terminal), pushes, terminal);
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

  private static void push(
      String option,
      @Nullable URI to,
      Function<URI, MetricsPush> push,
      Map<String, MetricsPush> pushes) {
    try {
      if (to != null) {
        pushes.put(option, push.apply(to));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(option, e.getMessage()));
    }
  }
}
