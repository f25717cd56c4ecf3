package dev.harness.testing.peer;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that tells each user who they are, and now and then takes one for another: every n-th
 * answer is that of the user before.
 */
public final class ConfusedPeer implements AutoCloseable {
  private final int every;
  private final String key;
  private final HttpPeer peer;
  private String before = "{}";
  private String userBefore = "";
  private int answered;
  private final AtomicInteger mixedUp = new AtomicInteger();
  private final AtomicInteger strangers = new AtomicInteger();

  /**
   * @param key that each request must bring
   */
  public ConfusedPeer(int every, String key) {
    this.every = every;
    this.key = key;
    this.peer = HttpPeer.that(this::answer);
  }

  public int port() {
    return peer.port();
  }

  /** Answers that another user got. */
  public int mixedUp() {
    return mixedUp.get();
  }

  /** Requests without the key. */
  public int strangers() {
    return strangers.get();
  }

  /** Called by one event loop. */
  private void answer(HttpServerRequest request) {
    String user = request.getHeader("X-User");
    String right =
        "{\"user\":\"%s\",\"token\":\"%s\"}".formatted(user, request.getHeader("X-Token"));
    if (!key.equals(request.getHeader("X-Key"))) {
      strangers.incrementAndGet();
    }
    boolean mixUp = ++answered % every == 0 && !userBefore.equals(user);
    mixedUp.addAndGet(mixUp ? 1 : 0);
    request.response().end(mixUp ? before : right);
    before = right;
    userBefore = String.valueOf(user);
  }

  @Override
  public void close() {
    peer.close();
  }
}
