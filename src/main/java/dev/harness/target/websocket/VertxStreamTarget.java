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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** WebSocket streams over the Vert.x client. */
public final class VertxStreamTarget implements StreamTarget {
  private static final int MOST_STREAMS = 100_000;

  private final WebSocketClient client;
  private final String basePath;
  private final Optional<Duration> timeout;

  public VertxStreamTarget(Vertx vertx, String host, int port) {
    this(
        vertx,
        new WebSocketClientOptions().setDefaultHost(host).setDefaultPort(port),
        MOST_STREAMS,
        "",
        Optional.empty());
  }

  /**
   * @param options that say where and how to connect
   * @param streams at once, at the most
   * @param basePath that stands before each path
   * @param timeout of one handshake
   */
  VertxStreamTarget(
      Vertx vertx,
      WebSocketClientOptions options,
      int streams,
      String basePath,
      Optional<Duration> timeout) {
    this.client = vertx.createWebSocketClient(options.setMaxConnections(streams));
    this.basePath = basePath;
    this.timeout = timeout;
  }

  @Override
  public Future<Stream> open(Handshake handshake, Consumer<String> onText) {
    var options = new WebSocketConnectOptions().setURI(basePath + handshake.path());
    handshake.headers().forEach(options::addHeader);
    Future<WebSocket> shaken = client.connect(options);
    return timeout
        .map(time -> bounded(shaken, time))
        .orElse(shaken)
        .map(socket -> new OpenStream(socket, onText));
  }

  /** What is open too late is nobody's. */
  private static Future<WebSocket> bounded(Future<WebSocket> shaken, Duration time) {
    return shaken
        .timeout(time.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(late -> shaken.onSuccess(WebSocket::close));
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class OpenStream implements Stream {
    private final WebSocket socket;
    private final Promise<Integer> closed = Promise.promise();

    OpenStream(WebSocket socket, Consumer<String> onText) {
      this.socket = socket;
      socket.textMessageHandler(onText::accept);
      socket.closeHandler(end -> closed.tryComplete(code(socket)));
      socket.exceptionHandler(broken -> {});
    }

    @Override
    public Future<Void> send(String text) {
      return socket.writeTextMessage(text);
    }

    @Override
    public Future<Void> close(int code) {
      return socket.close((short) code);
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
    public Future<Integer> closed() {
      return closed.future();
    }

    private static int code(WebSocket socket) {
      Short code = socket.closeStatusCode();
      return code == null ? LOST : code;
    }

    private Channel channel() {
      return ((WebSocketInternal) socket).channelHandlerContext().channel();
    }
  }
}
