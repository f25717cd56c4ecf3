package dev.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param harness its own version
 * @param quarkus the version of the platform
 */
public record BuildFacts(String harness, String quarkus) {
  private static final String FILE = "/build.properties";

  /** Reads what the build left. */
  public static BuildFacts read() {
    try (InputStream in = BuildFacts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from this build");
      }
      var facts = new Properties();
      facts.load(in);
      return new BuildFacts(facts.getProperty("harness"), facts.getProperty("quarkus"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
