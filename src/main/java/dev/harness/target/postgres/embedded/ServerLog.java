package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the server said, where it says it when it cannot start. */
final class ServerLog {

  private static final int BYTES_READ = 4096;
  private static final int LINES_SHOWN = 6;

  private ServerLog() {}

  /** The last lines, joined; says so when there are none. */
  static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES_READ));
      byte[] end = new byte[(int) Math.min(BYTES_READ, file.length())];
      int read = file.read(end);
      return lastLines(new String(end, 0, Math.max(0, read), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "(no log)";
    }
  }

  static String lastLines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "(the log is empty)"
        : String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  /** Whether processes of a server that was killed are still about to notice it. */
  static boolean saysPredecessorLives(String tail) {
    return tail.contains("pre-existing shared memory block");
  }

  /** Whether the server found its port taken. */
  static boolean saysPortTaken(String tail) {
    return tail.contains("Address already in use");
  }
}
