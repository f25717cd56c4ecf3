package dev.harness.target.http;

import dev.harness.plan.scenario.HttpService;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.PlannedTls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP services as a plan describes them, with TLS or without. */
public final class PlannedHttp {
  private PlannedHttp() {}

  /** Requests to it; the caller closes it. */
  public static HttpTarget target(Vertx vertx, HttpService service) {
    return open(vertx, service);
  }

  /**
   * Connects to it, with TLS where it is to have it. Blocks.
   *
   * @return the service
   * @throws TargetUnreachableException where that cannot be, in one line
   */
  public static HttpService reached(Vertx vertx, HttpService service) {
    try (VertxHttpTarget target = open(vertx, service)) {
      target
          .connect()
          .toCompletionStage()
          .toCompletableFuture()
          .get(service.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return service;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw unreachable(service, FailureClass.of(cause), cause);
    } catch (TimeoutException e) {
      throw unreachable(service, "no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(service, "interrupted", e);
    }
  }

  private static TargetUnreachableException unreachable(
      HttpService service, String why, Throwable cause) {
    return new TargetUnreachableException(
        "target %s cannot be reached at %s: %s".formatted(service.name(), service.written(), why),
        cause);
  }

  private static VertxHttpTarget open(Vertx vertx, HttpService service) {
    var options =
        new HttpClientOptions()
            .setDefaultHost(service.host())
            .setDefaultPort(service.port())
            .setVerifyHost(!service.tls().insecure());
    PlannedTls.apply(service, options);
    return new VertxHttpTarget(
        vertx, options, service.connections(), service.basePath(), service.timeout());
  }
}
