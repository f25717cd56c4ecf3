package dev.harness.app;

import dev.harness.host.Jvms;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.HttpService.Tls;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.ReadingSources;
import dev.harness.target.http.PlannedHttp;
import dev.harness.target.postgres.PostgresReadings;
import dev.harness.target.prometheus.PrometheusReadings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The real sources of readings. */
record HarnessReadings(Vertx vertx) implements ReadingSources {

  @Override
  public ReadingSource jvm(long pid) {
    return Jvms.readings(pid);
  }

  @Override
  public ReadingSource database(String url) {
    return PostgresReadings.of(vertx, url);
  }

  @Override
  public ReadingSource endpoint(String url) {
    return readings(url, uri(url), "no metrics are there");
  }

  @Override
  public ReadingSource user(String url, String userId) {
    URI metrics = uri(url);
    String encoded = URLEncoder.encode(userId, StandardCharsets.UTF_8).replace("+", "%20");
    URI beside = (metrics.getRawPath().isEmpty() ? metrics.resolve("/") : metrics);
    URI ofUser = beside.resolve("users/" + encoded);
    return readings(
        "user %s at %s".formatted(userId, ofUser),
        ofUser,
        "it tells nothing of single users there");
  }

  private ReadingSource readings(String name, URI uri, String absent) {
    String url = uri.toString();
    var service = new HttpService("metrics", uri, url, HttpService.DEFAULT_TIMEOUT, 1, Tls.DEFAULT);
    String root = uri.getRawPath().isEmpty() ? "/" : "";
    return new PrometheusReadings(name, root, absent, () -> PlannedHttp.target(vertx, service));
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("%s is no URL".formatted(url), e);
    }
  }
}
