package dev.harness.target.websocket;

import dev.harness.run.port.StreamTarget;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.function.Consumer;

/** WebSocket streams over the Vert.x client. */
public final class VertxStreamTarget implements StreamTarget {
  private static final int MOST_STREAMS = 100_000;

  private final WebSocketClient client;
  private final String host;
  private final int port;

  public VertxStreamTarget(Vertx vertx, String host, int port) {
    this.client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(MOST_STREAMS));
    this.host = host;
    this.port = port;
  }

  @Override
  public Future<Stream> open(String path, Consumer<String> onText) {
    var options = new WebSocketConnectOptions().setHost(host).setPort(port).setURI(path);
    return client.connect(options).map(socket -> new OpenStream(socket, onText));
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class OpenStream implements Stream {
    private final WebSocket socket;
    private final Promise<Void> closed = Promise.promise();

    OpenStream(WebSocket socket, Consumer<String> onText) {
      this.socket = socket;
      socket.textMessageHandler(onText::accept);
      socket.closeHandler(closed::tryComplete);
      socket.exceptionHandler(broken -> {});
    }

    @Override
    public Future<Void> send(String text) {
      return socket.writeTextMessage(text);
    }

    @Override
    public Future<Void> close() {
      return socket.close();
    }

    /** No closing frame and no end of stream: with no time to linger, TCP sends a reset. */
    @Override
    public Future<Void> reset() {
      Channel channel = channel();
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      Promise<Void> done = Promise.promise();
      channel.close().addListener(end -> done.complete());
      return done.future();
    }

    @Override
    public void fallSilent() {
      channel().config().setAutoRead(false);
    }

    @Override
    public Future<Void> closed() {
      return closed.future();
    }

    private Channel channel() {
      return ((WebSocketInternal) socket).channelHandlerContext().channel();
    }
  }
}
