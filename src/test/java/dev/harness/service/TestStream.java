package dev.harness.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A client's end of a stream, which keeps what arrives. */
final class TestStream {
  private final ClientWebSocket socket;
  private final List<String> arrived = new ArrayList<>();
  private final Promise<Void> closed = Promise.promise();
  private int awaited = Integer.MAX_VALUE;
  private Promise<List<String>> enough = Promise.promise();

  private TestStream(ClientWebSocket socket) {
    this.socket = socket;
    socket.textMessageHandler(this::arrived);
    socket.closeHandler(gone -> closed.tryComplete());
    socket.exceptionHandler(failure -> closed.tryComplete());
  }

  /**
   * Opens a stream. Its handlers are set before it connects, and it connects on an event loop: the
   * service may close it at once, and what is set from elsewhere would come too late.
   */
  static TestStream open(Vertx vertx, WebSocketClient client, int port, String host, String uri)
      throws Exception {
    var stream = new TestStream(client.webSocket());
    Promise<WebSocket> opened = Promise.promise();
    vertx.runOnContext(turn -> stream.socket.connect(port, host, uri).onComplete(opened));
    ServiceClient.now(opened.future());
    return stream;
  }

  WebSocket socket() {
    return socket;
  }

  TestStream say(String command) throws Exception {
    ServiceClient.now(socket.writeTextMessage(command));
    return this;
  }

  /** The first events, once there are so many. */
  List<String> first(int count) throws Exception {
    return ServiceClient.now(await(count));
  }

  /** Waits until the service has closed it; returns the code. */
  int closeCode() throws Exception {
    ServiceClient.now(closed.future());
    return socket.closeStatusCode();
  }

  synchronized int count() {
    return arrived.size();
  }

  void close() throws Exception {
    ServiceClient.now(socket.close());
  }

  static long sequence(String event) {
    return new JsonObject(event).getLong("seq");
  }

  private synchronized Future<List<String>> await(int count) {
    awaited = count;
    enough = Promise.promise();
    completeWhenEnough();
    return enough.future();
  }

  private synchronized void arrived(String event) {
    arrived.add(event);
    completeWhenEnough();
  }

  private void completeWhenEnough() {
    if (arrived.size() >= awaited) {
      enough.tryComplete(List.copyOf(arrived.subList(0, awaited)));
    }
  }
}
