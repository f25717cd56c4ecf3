package dev.harness.target.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The shell that runs the server for us and outlives us just long enough to clean up; see {@code
 * watchdog.sh}. It leads a session of its own, so a signal to our process group misses it.
 */
final class Watchdog {

  private static final String SCRIPT = "watchdog.sh";

  private final Process shell;
  private final Writer orders;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private Watchdog(Process shell) {
    this.shell = shell;
    this.orders = shell.outputWriter(StandardCharsets.UTF_8);
    // Read by a thread, because a pipe cannot be read with a time limit. It ends with the shell.
    Thread reader = new Thread(() -> listen(shell.inputReader(StandardCharsets.UTF_8)));
    reader.setName("embedded-postgres-watchdog");
    reader.setDaemon(true);
    reader.start();
  }

  /** Guards the directory from now on; the server is not started yet. */
  static Watchdog over(ServerDirectory directory) throws IOException {
    List<String> command = new ArrayList<>();
    if (ShortCommand.find("setsid").isPresent()) {
      command.add("setsid");
    }
    Layout layout = directory.layout();
    command.addAll(List.of("sh", "-c", script(), "harness-postgres", layout.root().toString()));
    command.addAll(
        directory.user().run(layout.server().toString(), "-D", layout.data().toString()));
    return new Watchdog(
        ShortCommand.builder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Starts the server; returns its process id, before it is ready. */
  long startServer(Deadline deadline) {
    order();
    String answer = answer(deadline);
    if (!answer.startsWith("started ")) {
      throw new EmbeddedPostgresException("the watchdog answered '" + answer + "' to a start");
    }
    return Long.parseLong(answer.substring("started ".length()));
  }

  /** Whether the server that was started is over, by itself or because it was told to. */
  boolean isStopped() {
    String answer = answers.peek();
    return !shell.isAlive() || (answer != null && answer.startsWith("stopped "));
  }

  /** Asks for a fast stop; a second call for an immediate one. Not when the server is over. */
  void stopServer() {
    order();
  }

  /** Acknowledges that the server is over, so that it can be started again. */
  void confirmStopped(Deadline deadline) {
    answer(deadline);
  }

  /** Lets go: the server, if it still runs, is cut off, and the directory is removed. */
  boolean release(Deadline deadline) {
    try {
      orders.close();
    } catch (IOException e) {
      // Then the pipe is broken, which says the same to the other end.
    }
    try {
      return shell.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Kills the shell. What it guarded is then ours to remove. */
  void kill() {
    shell.destroyForcibly();
  }

  private void order() {
    try {
      orders.write('\n');
      orders.flush();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("its watchdog, process " + shell.pid() + ", is gone", e);
    }
  }

  private String answer(Deadline deadline) {
    try {
      String answer = answers.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      if (answer == null) {
        throw new EmbeddedPostgresException(
            "its watchdog, process " + shell.pid() + ", did not answer in time");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("interrupted while waiting for the server", e);
    }
  }

  private void listen(BufferedReader reader) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      // The shell is gone, which whoever waits for an answer sees for himself.
    }
  }

  private static String script() throws IOException {
    try (InputStream resource = Watchdog.class.getResourceAsStream(SCRIPT)) {
      if (resource == null) {
        throw new IOException("not on the class path: " + SCRIPT);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
