package dev.harness.testing.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A service of WebSocket streams that wrongs whoever connects, in the way that the path says:
 * {@code /closes-1011}. It answers a message with the same, and sends numbered events after it. It
 * counts what it did.
 */
public final class HostileStreams implements AutoCloseable {
  private static final String CLOSES = "closes-";

  /** Reserved bits, and an operation that there is not. */
  private static final byte[] NO_FRAME = {(byte) 0xff, 0x7f, 0, 0};

  private final HttpPeer peer = HttpPeer.that(this::accept);
  private final Map<String, AtomicLong> did = new ConcurrentHashMap<>();
  private @Nullable String before;

  public int port() {
    return peer.port();
  }

  /** How often it has treated somebody so. */
  public long did(String way) {
    AtomicLong count = did.get(way);
    return count == null ? 0 : count.get();
  }

  private void accept(HttpServerRequest request) {
    String way = request.path().substring(1);
    switch (way) {
      case "refuses" -> refuse(request, way, 403);
      case "is-busy" -> refuse(request, way, 503);
      default ->
          request
              .toWebSocket()
              .onSuccess(socket -> socket.textMessageHandler(text -> treat(way, socket, text)));
    }
  }

  private void refuse(HttpServerRequest request, String way, int status) {
    count(way);
    request.response().setStatusCode(status).end();
  }

  private void treat(String asked, ServerWebSocket socket, String text) {
    String another = before;
    String way = asked.equals("confuses") && another == null ? "is-mute" : asked;
    count(way);
    if (way.startsWith(CLOSES)) {
      socket.close((short) Integer.parseInt(way.substring(CLOSES.length())));
      return;
    }
    switch (way) {
      case "is-mute" -> {
        // Not a word.
      }
      case "vanishes" -> vanish(socket);
      case "talks-nonsense" -> nonsense(socket);
      case "confuses" -> socket.writeTextMessage(another);
      default -> answer(way, socket, text);
    }
    before = way.equals("confuses") ? another : text;
  }

  private static void answer(String way, ServerWebSocket socket, String text) {
    socket.writeTextMessage(text);
    int events = way.equals("is-slow") ? 1 : 5;
    for (int i = 1; i <= events; i++) {
      int number = way.equals("skips") && i > 2 ? i + 1 : i;
      String event = way.equals("does-not-count") ? "{}" : "{\"seq\":%d}".formatted(number);
      socket.writeTextMessage(event);
    }
  }

  /** With no time to linger, closing sends a reset. */
  private static void vanish(ServerWebSocket socket) {
    Channel channel = channel(socket);
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.pipeline().firstContext().close().addListener(closed -> {});
  }

  private static void nonsense(ServerWebSocket socket) {
    Channel channel = channel(socket);
    channel
        .pipeline()
        .firstContext()
        .writeAndFlush(channel.alloc().buffer().writeBytes(NO_FRAME))
        .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private static Channel channel(ServerWebSocket socket) {
    return ((WebSocketInternal) socket).channelHandlerContext().channel();
  }

  private void count(String way) {
    did.computeIfAbsent(way, none -> new AtomicLong()).incrementAndGet();
  }

  @Override
  public void close() {
    peer.close();
  }
}
