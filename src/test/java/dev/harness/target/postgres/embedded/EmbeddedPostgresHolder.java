package dev.harness.target.postgres.embedded;

import dev.harness.time.SystemTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A process that holds a server until its standard input ends, or until it is killed. Arguments:
 * the directories to try, or none for the usual ones.
 */
final class EmbeddedPostgresHolder {

  private EmbeddedPostgresHolder() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedPostgresOptions usual = EmbeddedPostgresOptions.defaults();
    EmbeddedPostgresOptions options =
        arguments.length == 0 ? usual : usual.in(Stream.of(arguments).map(Path::of).toList());
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options, new SystemTicker())) {
      System.out.printf(
          "holding %d %d %s %s%n",
          postgres.pid(), postgres.port(), postgres.ownerPassword(), postgres.directory());
      while (System.in.read() >= 0) {
        // Only the end matters.
      }
    } catch (EmbeddedPostgresException e) {
      System.out.println("refused " + e.getMessage());
    }
  }
}
