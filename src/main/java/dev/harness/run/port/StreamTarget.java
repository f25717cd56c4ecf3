package dev.harness.run.port;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** A service of WebSocket streams. */
public interface StreamTarget extends AutoCloseable {

  /**
   * Opens a stream.
   *
   * @param path with its query, from the root of the target
   * @param onText told each text message, on the event loop that opened the stream
   */
  Future<Stream> open(String path, Consumer<String> onText);

  @Override
  void close();

  /** One open stream. */
  interface Stream {

    /** Sends a text message; done when it is written. */
    Future<Void> send(String text);

    /** Closes it as the protocol wants. */
    Future<Void> close();

    /** Resets the connection under it: what a peer looks like that crashed. */
    Future<Void> reset();

    /** Stops reading, and so answering pings: what a peer looks like that has vanished. */
    void fallSilent();

    /** Done when the stream has ended, whoever ended it. */
    Future<Void> closed();
  }
}
