package dev.harness.testing.peer;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A service with orders: three pages of them, of which the first has the orders 1 to 3. Odd ones
 * are open and can be paid; who pays any other is told off. It counts what it is asked.
 */
public final class Shop implements AutoCloseable {
  private static final int PAGES = 3;

  private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();
  private final HttpPeer peer = HttpPeer.that(this::serve);

  public int port() {
    return peer.port();
  }

  /** How often it was asked for that: {@code page-1}, {@code order} or {@code payment}. */
  public long asked(String what) {
    return asked.getOrDefault(what, new LongAdder()).sum();
  }

  /** How many different ids it was sent in {@code X-Request-Id}. */
  public int requestIds() {
    return requestIds.size();
  }

  private void serve(HttpServerRequest request) {
    String id = request.getHeader("X-Request-Id");
    if (id != null) {
      requestIds.add(id);
    }
    if (request.path().equals("/orders")) {
      list(request);
      return;
    }
    List<String> path = List.of(request.path().split("/", -1));
    boolean open = Integer.parseInt(path.get(2)) % 2 == 1;
    if (path.size() > 3) {
      count("payment");
      request.response().setStatusCode(open ? 204 : 409).end();
    } else {
      count("order");
      request.response().end(new JsonObject().put("state", open ? "open" : "paid").encode());
    }
  }

  private void list(HttpServerRequest request) {
    int page = Integer.parseInt(request.getParam("page"));
    count("page-" + page);
    JsonObject answer =
        new JsonObject()
            .put("for", request.getHeader("Authorization"))
            .put("ids", new JsonArray().add(1).add("2").add(3));
    if (page < PAGES) {
      answer.put("next", "/orders?page=" + (page + 1));
    }
    request.response().end(answer.encode());
  }

  private void count(String what) {
    asked.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  @Override
  public void close() {
    peer.close();
  }
}
