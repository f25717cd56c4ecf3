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
    URI uri = uri(url);
    var service = new HttpService("metrics", uri, url, HttpService.DEFAULT_TIMEOUT, 1, Tls.DEFAULT);
    String root = uri.getRawPath().isEmpty() ? "/" : "";
    return new PrometheusReadings(url, root, () -> PlannedHttp.target(vertx, service));
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("%s is no URL".formatted(url), e);
    }
  }
}
