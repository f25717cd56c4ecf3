package dev.harness.run.port;

import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.run.drive.Attempt;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** An HTTP service, reached over connections that are kept alive. */
public interface HttpTarget extends AutoCloseable {

  /**
   * Sends a request and reads its whole answer, or as much of it as the request wants at the most.
   * Called on an event loop. Once the attempt is abandoned the request is broken off, and its
   * connection with it.
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
   * @param mostBytes that an answer should have. One of which more has come is broken off there: it
   *     has a part too much, so that whoever reads it sees that
   */
  record Request(
      String method, String path, Map<String, String> headers, Buffer body, int mostBytes) {
    public Request {
      headers = Map.copyOf(headers);
    }

    /** One whose answer is of a usual size. */
    public Request(String method, String path, Map<String, String> headers, Buffer body) {
      this(method, path, headers, body, AtMost.USUAL.bytes());
    }

    /** Without a body. */
    public Request(String method, String path, Map<String, String> headers) {
      this(method, path, headers, Buffer.buffer());
    }
  }

  /** An answer, as far as it was read. */
  record Reply(int status, MultiMap headers, Buffer body) {}
}
