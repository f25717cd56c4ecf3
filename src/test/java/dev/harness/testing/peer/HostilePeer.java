package dev.harness.testing.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server on plain sockets that wrongs whoever asks it, in the way that the path of the request
 * says: {@code GET /stalls}. It counts what it did.
 */
public final class HostilePeer implements AutoCloseable {
  private static final String WELL = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nwell";
  private static final String PART = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nthe begin";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final byte[] CHUNK =
      ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNKS_OF_100_MB = 1_600;

  private final ServerSocket server;
  private final ExecutorService connections = Executors.newCachedThreadPool();
  private final Map<Way, AtomicLong> done = new ConcurrentHashMap<>();
  private final AtomicLong cutOff = new AtomicLong();
  private final AtomicLong mostSent = new AtomicLong();

  /** What it does to a request. */
  public enum Way {
    ANSWERS,
    /** A head and a part of a body, and then not a word. */
    STALLS,
    IS_SILENT,
    RESETS,
    /** A part of a body, and then the end of what it has to say. */
    HALF_CLOSES,
    TALKS_NONSENSE,
    CLOSES_EARLY,
    /** 100 MB, in chunks. */
    FLOODS;

    /** As it stands in a path. */
    public String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public HostilePeer() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    connections.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Requests that it has treated so. */
  public long did(Way way) {
    return counter(way).get();
  }

  /** Connections that were closed by whoever waited for more of an answer, or had enough of it. */
  public long cutOff() {
    return cutOff.get();
  }

  /** The most bytes of a body that it could send to anybody. */
  public long mostSent() {
    return mostSent.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // It has ended.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = in.readLine();
      while (line != null) {
        Way way = Way.valueOf(line.split("[ /]+", 3)[1].toUpperCase(Locale.ROOT));
        while (!in.readLine().isEmpty()) {
          // The headers say nothing that matters.
        }
        counter(way).incrementAndGet();
        treat(way, socket, in);
        line = socket.isClosed() ? null : in.readLine();
      }
    } catch (IOException gone) {
      // Whoever asked has gone.
    }
  }

  private void treat(Way way, Socket socket, BufferedReader in) throws IOException {
    OutputStream out = socket.getOutputStream();
    switch (way) {
      case ANSWERS -> write(out, WELL);
      case STALLS -> {
        write(out, PART);
        awaitEnd(in);
      }
      case IS_SILENT -> awaitEnd(in);
      case RESETS -> {
        write(out, PART);
        socket.setSoLinger(true, 0);
        socket.close();
      }
      case HALF_CLOSES -> {
        write(out, PART);
        socket.shutdownOutput();
        awaitEnd(in);
      }
      case TALKS_NONSENSE -> {
        write(out, "\0\1 220 mail ready\r\n\r\n");
        awaitEnd(in);
      }
      case CLOSES_EARLY -> socket.close();
      case FLOODS -> flood(out);
    }
  }

  private void awaitEnd(BufferedReader in) throws IOException {
    try {
      if (in.read() < 0) {
        cutOff.incrementAndGet();
      }
    } catch (IOException reset) {
      cutOff.incrementAndGet();
      throw reset;
    }
  }

  private void flood(OutputStream out) throws IOException {
    write(out, CHUNKED);
    long sent = 0;
    try {
      for (int i = 0; i < CHUNKS_OF_100_MB; i++) {
        out.write(CHUNK);
        sent += CHUNK.length;
      }
      write(out, "0\r\n\r\n");
    } catch (IOException reset) {
      cutOff.incrementAndGet();
      throw reset;
    } finally {
      mostSent.accumulateAndGet(sent, Math::max);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private AtomicLong counter(Way way) {
    return done.computeIfAbsent(way, none -> new AtomicLong());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connections.shutdownNow();
    }
  }
}
