package dev.harness.target.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.HttpService.Tls;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.websocket.PlannedStreams;
import dev.harness.testing.Certificates;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services behind TLS whose certificates a private authority has signed. */
class TlsServiceIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir static Path directory;

  private static Certificates certificates;

  @BeforeAll
  static void sign() throws Exception {
    certificates = Certificates.in(directory);
    certificates.sign("server", "-2d", 30);
    certificates.sign("client", "-2d", 30);
    certificates.sign("expired", "-10d", 3);
  }

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aPrivateAuthorityIsTrustedWhereThePlanSaysSoAndNotElse() throws Exception {
    HttpService trusting = service(listen("server", ClientAuth.NONE), authority(false));

    assertThat(status(PlannedHttp.reached(VERTX, trusting))).isEqualTo(200);
    assertUnreachable(new HttpService("api", trusting.url(), "x", TIMEOUT, 1, Tls.DEFAULT));
  }

  @Test
  void aServiceLearnsWhoTheHarnessIs() throws Exception {
    int port = listen("server", ClientAuth.REQUIRED);
    var known =
        new Tls(
            Optional.of(certificates.certificate("ca")),
            Optional.of(certificates.certificate("client")),
            Optional.of(certificates.key("client")),
            false);

    assertThat(status(service(port, known))).isEqualTo(200);
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> status(service(port, authority(false))));
  }

  @Test
  void anExpiredCertificateIsRefusedUnlessAnyWillDo() throws Exception {
    int port = listen("expired", ClientAuth.NONE);

    assertUnreachable(service(port, authority(false)));
    assertThat(status(PlannedHttp.reached(VERTX, service(port, authority(true))))).isEqualTo(200);
  }

  @Test
  void aStreamIsOpenedWhereItsCertificateIsTrustedAndNotElse() throws Exception {
    int port = listen("server", ClientAuth.NONE);

    assertThat(firstEvent(port, authority(false))).isEqualTo("welcome");
    assertThat(firstEvent(port, authority(true))).isEqualTo("welcome");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> firstEvent(port, Tls.DEFAULT))
        .satisfies(
            thrown ->
                assertThat(FailureClass.of(requireNonNull(thrown.getCause())))
                    .isEqualTo("tls-failed"));
  }

  private static String firstEvent(int port, Tls tls) throws Exception {
    Promise<String> event = Promise.promise();
    try (StreamTarget target =
        PlannedStreams.target(VERTX, new StreamService(service(port, tls)))) {
      return target
          .open("/events", event::tryComplete)
          .compose(open -> event.future())
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    }
  }

  private static void assertUnreachable(HttpService service) {
    assertThatExceptionOfType(TargetUnreachableException.class)
        .isThrownBy(() -> PlannedHttp.reached(VERTX, service))
        .withMessageEndingWith(": tls-failed");
  }

  private static int listen(String name, ClientAuth clients) throws Exception {
    var options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertPath(certificates.certificate(name).toString())
                    .addKeyPath(certificates.key(name).toString()))
            .setTrustOptions(
                new PemTrustOptions().addCertPath(certificates.certificate("ca").toString()))
            .setClientAuth(clients);
    HttpServer server =
        VERTX
            .createHttpServer(options)
            .requestHandler(request -> request.response().end())
            .webSocketHandler(stream -> stream.writeTextMessage("welcome"))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    return server.actualPort();
  }

  private static Tls authority(boolean insecure) {
    return new Tls(
        insecure ? Optional.empty() : Optional.of(certificates.certificate("ca")),
        Optional.empty(),
        Optional.empty(),
        insecure);
  }

  private static HttpService service(int port, Tls tls) {
    String url = "https://localhost:" + port;
    return new HttpService("api", URI.create(url), url, TIMEOUT, 1, tls);
  }

  private static int status(HttpService service) throws Exception {
    try (HttpTarget target = PlannedHttp.target(VERTX, service)) {
      return target
          .send(new Request("GET", "/", Map.of()))
          .toCompletionStage()
          .toCompletableFuture()
          .get()
          .status();
    }
  }
}
