package dev.harness.target.postgres.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to start a server.
 *
 * @param directories where to try to put it, best first; the first one that can hold and run a
 *     server is taken, those backed by memory after all others
 * @param maxConnections PostgreSQL's {@code max_connections}, 10 to 10,000
 * @param startTimeout from the call of start, or of a restart after the stop, until the server is
 *     ready; above zero
 * @param stopTimeout how long an orderly stop may take before the server is cut off; above zero
 */
public record EmbeddedPostgresOptions(
    List<Path> directories, int maxConnections, Duration startTimeout, Duration stopTimeout) {

  /** Copies the list and checks the ranges. */
  public EmbeddedPostgresOptions {
    directories = List.copyOf(directories);
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("directories: empty; at least one is needed");
    }
    if (maxConnections < 10 || maxConnections > 10_000) {
      throw new IllegalArgumentException(
          "maxConnections: " + maxConnections + "; allowed are 10 to 10,000");
    }
    requirePositive("startTimeout", startTimeout);
    requirePositive("stopTimeout", stopTimeout);
  }

  /**
   * The usual: 200 connections, 30 s to start and 30 s to stop, in the temporary directory or, if
   * that does not do, in one of the other usual places of this user and machine.
   */
  public static EmbeddedPostgresOptions defaults() {
    return new EmbeddedPostgresOptions(
        CandidateDirectories.of(System.getenv(), System::getProperty),
        200,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30));
  }

  /** The same in other directories. */
  public EmbeddedPostgresOptions in(List<Path> otherDirectories) {
    return new EmbeddedPostgresOptions(otherDirectories, maxConnections, startTimeout, stopTimeout);
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + ": " + duration + "; must be above zero");
    }
  }
}
