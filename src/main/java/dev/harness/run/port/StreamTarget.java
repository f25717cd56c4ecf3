package dev.harness.run.port;

import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Consumer;

/** A service of WebSocket streams. */
public interface StreamTarget extends AutoCloseable {

  /**
   * Opens a stream.
   *
   * @param onText told each text message, on the event loop that opened the stream
   */
  Future<Stream> open(Handshake handshake, Consumer<String> onText);

  /**
   * The same, of which nothing is said but where.
   *
   * @param path with its query, from the root of the target
   */
  default Future<Stream> open(String path, Consumer<String> onText) {
    return open(new Handshake(path, Map.of()), onText);
  }

  @Override
  void close();

  /**
   * What a stream is opened with.
   *
   * @param path with its query, from the root of the target
   */
  record Handshake(String path, Map<String, String> headers) {
    public Handshake {
      headers = Map.copyOf(headers);
    }
  }

  /** One open stream. */
  interface Stream {
    /** The code of an end that was meant. */
    int NORMAL = 1_000;

    /** What stands for the code of a connection that ended without one. */
    int LOST = 1_006;

    /** Sends a text message; done when it is written. */
    Future<Void> send(String text);

    /** Closes it as the protocol wants, with the code that means no more than that. */
    default Future<Void> close() {
      return close(NORMAL);
    }

    /**
     * The same with a code of one's own (RFC 6455, section 7.4).
     *
     * @param code 1000, or from 3000 to 4999
     */
    Future<Void> close(int code);

    /** Resets the connection under it: what a peer looks like that crashed. */
    Future<Void> reset();

    /** Stops reading, and so answering pings: what a peer looks like that has vanished. */
    void fallSilent();

    /**
     * Done when the stream has ended, whoever ended it, with the code that the other side gave for
     * it: {@link #LOST} where there was none.
     */
    Future<Integer> closed();
  }
}
