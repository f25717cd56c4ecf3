package dev.harness.target.websocket;

import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.port.StreamTarget;
import dev.harness.target.PlannedTls;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.Optional;

/** Services of WebSocket streams as a plan describes them, with TLS or without. */
public final class PlannedStreams {
  private PlannedStreams() {}

  /** Streams of it; the caller closes it. */
  public static StreamTarget target(Vertx vertx, StreamService service) {
    HttpService handshake = service.handshake();
    var options =
        new WebSocketClientOptions()
            .setDefaultHost(handshake.host())
            .setDefaultPort(handshake.port())
            .setVerifyHost(!handshake.tls().insecure());
    PlannedTls.apply(handshake, options);
    return new VertxStreamTarget(
        vertx,
        options,
        service.connections(),
        handshake.basePath(),
        Optional.of(service.timeout()));
  }
}
