package dev.harness.service;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;

/**
 * Lets all events that are written in one turn of the event loop go out in one system call. Vert.x
 * flushes after each message, which is most of what an event costs; Netty's own handler gathers the
 * flushes, and it has to be put into the pipeline before the connection becomes a WebSocket.
 */
@Singleton
final class FlushOncePerTurn implements HttpUpgradeCheck {
  private static final String HANDLER = "flush-once-per-turn";

  /** As many as one connection may have unsent, so that the window never goes out in parts. */
  private static final int MOST_GATHERED = EventConnection.WINDOW;

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
    HttpConnection connection = upgrade.httpRequest().connection();
    // Vert.x shows its channel only in this class. Without it everything works, and costs more.
    if (connection instanceof ConnectionBase base) {
      ChannelPipeline pipeline = base.channel().pipeline();
      if (pipeline.get(HANDLER) == null) {
        pipeline.addFirst(HANDLER, new FlushConsolidationHandler(MOST_GATHERED, true));
      }
    }
    return CheckResult.permitUpgrade();
  }
}
