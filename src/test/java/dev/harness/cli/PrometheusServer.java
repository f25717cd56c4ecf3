package dev.harness.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The real Prometheus, which scrapes one address once a second. */
final class PrometheusServer implements AutoCloseable {
  /** Of the loopback network, and nobody's: so no other program has this port. */
  private static final String ADDRESS = "127.0.81.9:9090";

  /** It takes five seconds to find what it is to scrape. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String CONFIGURATION =
      """
      scrape_configs:
        - job_name: harness
          metrics_path: /q/metrics
          scrape_interval: 1s
          scrape_timeout: 1s
          static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path out;

  private PrometheusServer(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /** Starts it, with whatever it keeps in that directory. */
  static PrometheusServer thatScrapes(int port, Path home) throws IOException {
    Path configuration =
        Files.writeString(home.resolve("prometheus.yml"), CONFIGURATION.formatted(port));
    Path out = home.resolve("out");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + home.resolve("data"),
                "--web.listen-address=" + ADDRESS,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    return new PrometheusServer(process, out);
  }

  /** Waits until it has tried to scrape, and found nobody. */
  void awaitNobody() throws IOException {
    boolean tried =
        ProgramRun.holdsWithin(LONGEST, () -> query("up").containsValue(0.0) || !process.isAlive());
    if (!tried || !process.isAlive()) {
      throw new AssertionError("it does not scrape: " + Files.readString(out));
    }
  }

  /** Values by the name and the labels of their series, as {@code name{label="value"}}. */
  Map<String, Double> query(String expression) {
    var values = new TreeMap<String, Double>();
    for (JsonNode series : ask(expression).at("/data/result")) {
      values.put(name(series.path("metric")), series.path("value").path(1).asDouble());
    }
    return values;
  }

  private static String name(JsonNode metric) {
    var labels = new TreeMap<String, String>();
    metric
        .properties()
        .forEach(label -> labels.put(label.getKey(), '"' + label.getValue().asText() + '"'));
    labels.keySet().removeAll(Set.of("__name__", "instance", "job"));
    String braced = labels.isEmpty() ? "" : labels.toString().replace(", ", ",");
    return metric.path("__name__").asText() + braced;
  }

  private JsonNode ask(String expression) {
    URI url =
        URI.create(
            "http://%s/api/v1/query?query=%s"
                .formatted(ADDRESS, URLEncoder.encode(expression, StandardCharsets.UTF_8)));
    try {
      return JSON.readTree(
          client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body());
    } catch (ConnectException e) {
      // It does not listen yet.
      return JSON.missingNode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
