package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server's own note of itself, {@code postmaster.pid}.
 *
 * @param pid the server's process id
 * @param ready whether it accepts connections
 */
record PostmasterPid(long pid, boolean ready) {

  private static final int STATUS_LINE = 7;

  /** Reads the lines; nothing while the server has not finished writing the first of them. */
  static Optional<PostmasterPid> parse(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    return Optional.of(new PostmasterPid(Long.parseLong(lines.get(0).strip()), ready));
  }

  /** Reads the file; nothing when there is none. */
  static Optional<PostmasterPid> read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
