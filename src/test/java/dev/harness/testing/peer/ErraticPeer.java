package dev.harness.testing.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.core.parsetools.RecordParser;
import java.util.Random;

/**
 * A TCP server that speaks HTTP when it feels like it. By chance it does to each request whatever a
 * server can do: answers well or badly, soon, late or never, in halves or twice, talks nonsense,
 * closes the connection or resets it, and sometimes accepts one only to drop it.
 */
public final class ErraticPeer implements AutoCloseable {
  private static final String WELL = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nwell";
  private static final String BROKEN =
      "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n";
  private static final String BUSY = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n";
  private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe begin";
  private static final String NONSENSE = "\0\1 220 mail ready\r\n\r\n";
  private static final int LATEST_MILLIS = 1_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
  private final Random random;
  private final NetServer server;

  public ErraticPeer(long seed) {
    random = new Random(seed);
    server =
        vertx
            .createNetServer()
            .connectHandler(this::accept)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public int port() {
    return server.actualPort();
  }

  private void accept(NetSocket socket) {
    if (random.nextInt(20) == 0) {
      socket.close();
      return;
    }
    socket.exceptionHandler(broken -> socket.close());
    // Nothing that comes here has a body: a request ends where its headers do.
    socket.handler(RecordParser.newDelimited("\r\n\r\n", request -> answer(socket)));
  }

  private void answer(NetSocket socket) {
    switch (random.nextInt(20)) {
      case 0 -> socket.write(BROKEN);
      case 1 -> socket.write(BUSY);
      case 2 -> {
        socket.write(HALF);
        socket.end();
      }
      case 3 -> socket.write(NONSENSE);
      case 4 -> socket.write(WELL + WELL);
      case 5 -> socket.close();
      case 6 -> reset(socket);
      case 7 -> vertx.setTimer(1 + random.nextInt(LATEST_MILLIS), late -> socket.write(WELL));
      case 8 -> {
        // Not a word, and the connection stays open.
      }
      default -> socket.write(WELL);
    }
  }

  /** With no time to linger, closing sends a reset. */
  private static void reset(NetSocket socket) {
    Channel channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
    if (channel.isActive()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    socket.close();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
