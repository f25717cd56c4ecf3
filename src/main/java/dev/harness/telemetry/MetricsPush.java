package dev.harness.telemetry;

import dev.harness.run.drive.FailureClass;
import dev.harness.time.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Pushes the metrics of a run that has ended, once: what is too short to be scraped is seen, too.
 */
public final class MetricsPush {
  /** What is pushed there is of one job; a gateway keeps what it has of others. */
  private static final String GROUP = "/metrics/job/harness";

  private static final String OTLP = "/v1/metrics";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_REASON = 200;

  private final Vertx vertx;
  private final HttpMethod method;
  private final URI url;
  private final Supplier<RunMetrics.Text> metrics;

  private MetricsPush(Vertx vertx, HttpMethod method, URI url, Supplier<RunMetrics.Text> metrics) {
    this.vertx = vertx;
    this.method = method;
    this.url = url;
    this.metrics = metrics;
  }

  /**
   * To a Pushgateway of Prometheus, where it replaces what the run before has pushed.
   *
   * @param gateway where it is, or the group of metrics there that this is: {@code
   *     http://HOST:9091/metrics/job/NAME/LABEL/VALUE}
   * @throws IllegalArgumentException where that is no such URL
   */
  public static MetricsPush toGateway(Vertx vertx, RunMetrics metrics, URI gateway) {
    return new MetricsPush(vertx, HttpMethod.PUT, whole(gateway, GROUP), () -> metrics.text(null));
  }

  /**
   * To a collector of OpenTelemetry, by OTLP over HTTP.
   *
   * @param collector where it is: {@code http://HOST:4318}, or with a path of its own
   * @throws IllegalArgumentException where that is no such URL
   */
  public static MetricsPush toCollector(
      Vertx vertx, RunMetrics metrics, URI collector, Ticker ticker) {
    return new MetricsPush(
        vertx, HttpMethod.POST, whole(collector, OTLP), () -> metrics.otlp(ticker.wallTime()));
  }

  private static URI whole(URI url, String usualPath) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "it must be a URL with http or https and a host, and without a user");
    }
    boolean root = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
    return root ? url.resolve(usualPath) : url;
  }

  /**
   * Pushes. Blocks for 5 s at the most; call it on no event loop.
   *
   * @return why it could not be done; empty where it was
   */
  public Optional<String> push() {
    HttpClient client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false));
    try {
      return send(client)
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return Optional.of(FailureClass.of(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException e) {
      return Optional.of("no whole answer within %d s".formatted(PATIENCE.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    } finally {
      client.close();
    }
  }

  private Future<Optional<String>> send(HttpClient client) {
    RunMetrics.Text text = metrics.get();
    var request =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(url.toString())
            .setConnectTimeout(PATIENCE.toMillis())
            .putHeader("Content-Type", text.contentType());
    return client
        .request(request)
        .compose(sent -> sent.send(text.text()))
        .compose(MetricsPush::refusal);
  }

  /** Why a gateway did not take it, in its own words. */
  private static Future<Optional<String>> refusal(HttpClientResponse response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return Future.succeededFuture(Optional.empty());
    }
    return response
        .body()
        .map(
            body ->
                "it answers with status %d: %s"
                    .formatted(
                        status, body.getString(0, Math.min(body.length(), LONGEST_REASON)).strip()))
        .map(Optional::of);
  }
}
