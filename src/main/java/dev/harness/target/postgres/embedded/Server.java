package dev.harness.target.postgres.embedded;

import dev.harness.time.Ticker;
import java.io.IOException;
import java.time.Duration;

/** The life of one server in its directory: launched, launched again, removed. */
final class Server {

  /** For what remains after the server itself is over, or refuses to be. */
  private static final Duration CLEAN_UP = Duration.ofSeconds(10);

  private final ServerDirectory directory;
  private final EmbeddedPostgresOptions options;
  private final Ticker ticker;
  private final Watchdog watchdog;

  /** Read by whoever samples processes, who must not wait for a restart. */
  private volatile long pid;

  private boolean launched;

  private Server(
      ServerDirectory directory,
      EmbeddedPostgresOptions options,
      Ticker ticker,
      Watchdog watchdog) {
    this.directory = directory;
    this.options = options;
    this.ticker = ticker;
    this.watchdog = watchdog;
  }

  /** Has the directory guarded; nothing is launched yet. */
  static Server in(ServerDirectory directory, EmbeddedPostgresOptions options, Ticker ticker)
      throws IOException {
    return new Server(directory, options, ticker, Watchdog.over(directory));
  }

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @return false if another program has taken the port
   * @throws EmbeddedPostgresException with the end of the server's log when it does not start
   */
  synchronized boolean launch(Deadline deadline) {
    String tail;
    do {
      if (launchOnce(deadline)) {
        return true;
      }
      tail = ServerLog.tail(directory.layout().log());
    } while (ServerLog.saysPredecessorLives(tail) && !deadline.left().isZero());
    if (ServerLog.saysPortTaken(tail)) {
      return false;
    }
    throw new EmbeddedPostgresException(
        "the server in %s did not start; its log ends: %s"
            .formatted(directory.layout().root(), tail));
  }

  private boolean launchOnce(Deadline deadline) {
    pid = watchdog.startServer(deadline);
    launched = true;
    if (!deadline.await(() -> isReady() || watchdog.isStopped())) {
      throw new EmbeddedPostgresException(
          "not ready within %s; its log ends: %s"
              .formatted(options.startTimeout(), ServerLog.tail(directory.layout().log())));
    }
    if (watchdog.isStopped()) {
      watchdog.confirmStopped(deadline);
      launched = false;
    }
    return launched;
  }

  /** Stops the server, with all connections cut and all data kept, and launches it again. */
  synchronized void restart() {
    stop(Deadline.after(options.stopTimeout(), ticker));
    if (!launch(Deadline.after(options.startTimeout(), ticker))) {
      throw new EmbeddedPostgresException("another program took its port during a restart");
    }
  }

  long pid() {
    return pid;
  }

  /** Stops the server and removes the directory; nothing of it is left, however long it takes. */
  synchronized void remove() {
    try {
      stop(Deadline.after(options.stopTimeout(), ticker));
    } catch (EmbeddedPostgresException e) {
      // It is cut off next.
    }
    if (!watchdog.release(Deadline.after(CLEAN_UP, ticker))) {
      ProcessHandle.of(pid).filter(server -> launched).ifPresent(ProcessHandle::destroyForcibly);
      watchdog.kill();
    }
    directory.discard();
  }

  private void stop(Deadline deadline) {
    if (!launched) {
      return;
    }
    if (!watchdog.isStopped()) {
      watchdog.stopServer();
    }
    watchdog.confirmStopped(deadline);
    launched = false;
  }

  private boolean isReady() {
    return PostmasterPid.read(directory.layout().postmasterPid())
        // Not the note of a predecessor that was killed.
        .filter(note -> note.ready() && note.pid() == pid)
        .isPresent();
  }
}
