package dev.harness.run.port;

import dev.harness.run.drive.Attempt;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** An HTTP service, reached over connections that are kept alive. */
public interface HttpTarget extends AutoCloseable {

  /**
   * Sends a request and reads its whole answer. Called on an event loop. Once the attempt is
   * abandoned the request is broken off, and its connection with it.
   */
  Future<Reply> send(Request request, Attempt attempt);

  /** Sends a request that belongs to no load: one that asks or prepares. */
  Future<Reply> send(Request request);

  @Override
  void close();

  /**
   * What is asked.
   *
   * @param method as {@code POST}
   * @param path with its query, from the root of the target
   * @param body empty for none
   */
  record Request(String method, String path, Map<String, String> headers, Buffer body) {
    public Request {
      headers = Map.copyOf(headers);
    }

    /** Without a body. */
    public Request(String method, String path, Map<String, String> headers) {
      this(method, path, headers, Buffer.buffer());
    }
  }

  /** An answer, whole. */
  record Reply(int status, MultiMap headers, Buffer body) {}
}
