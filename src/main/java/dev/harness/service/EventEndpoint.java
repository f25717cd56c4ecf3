package dev.harness.service;

import dev.harness.user.InvalidContextException;
import dev.harness.user.UserExecutionContext;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /events?user=…&token=…}: one user's stream of events. */
@WebSocket(path = "/events")
@NonBlocking
class EventEndpoint {
  private static final TypedKey<EventConnection> CONNECTION = new TypedKey<>("events");

  private final ReferenceService service;

  EventEndpoint(ReferenceService service) {
    this.service = service;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection socket) {
    String asked = socket.handshakeRequest().query();
    var query = new QueryStringDecoder(asked == null ? "" : asked, false);
    String user = first(query, "user");
    String token = first(query, "token");
    UserExecutionContext context;
    try {
      context = contextOf(user == null ? "" : user, socket.id());
    } catch (InvalidContextException invalid) {
      return socket.close(StreamClose.invalid("user " + invalid.reason()));
    }
    var connection =
        new EventConnection(
            socket,
            Vertx.currentContext(),
            service.parts(),
            service.connections(),
            context.userId(),
            token == null ? "" : token);
    socket.userData().put(CONNECTION, connection);
    connection.open();
    return Uni.createFrom().voidItem();
  }

  @OnTextMessage
  Uni<Void> command(String text, WebSocketConnection socket) {
    EventConnection connection = socket.userData().get(CONNECTION);
    if (connection == null) {
      return Uni.createFrom().voidItem();
    }
    try {
      connection.execute(StreamCommand.parse(text));
      return Uni.createFrom().voidItem();
    } catch (IllegalArgumentException invalid) {
      connection.release();
      return socket.close(StreamClose.invalid(String.valueOf(invalid.getMessage())));
    }
  }

  @OnPongMessage
  Uni<Void> pong(Buffer data, WebSocketConnection socket) {
    EventConnection connection = socket.userData().get(CONNECTION);
    if (connection != null) {
      connection.pong();
    }
    return Uni.createFrom().voidItem();
  }

  /** A peer that resets its connection is no error of ours: what it held is released on close. */
  @OnError
  Uni<Void> failed(Exception failure, WebSocketConnection socket) {
    release(socket);
    return Uni.createFrom().voidItem();
  }

  @OnClose
  Uni<Void> closed(CloseReason reason, WebSocketConnection socket) {
    release(socket);
    return Uni.createFrom().voidItem();
  }

  private static void release(WebSocketConnection socket) {
    EventConnection connection = socket.userData().get(CONNECTION);
    if (connection != null) {
      connection.release();
    }
  }

  /** A stream is a conversation, a run and a request of its own. */
  private static UserExecutionContext contextOf(String userId, String connectionId) {
    return new UserExecutionContext(userId, connectionId, connectionId, connectionId, connectionId);
  }

  private static @Nullable String first(QueryStringDecoder query, String name) {
    List<String> values = query.parameters().get(name);
    return values == null ? null : values.get(0);
  }
}
