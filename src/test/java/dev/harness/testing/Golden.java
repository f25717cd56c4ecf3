package dev.harness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a text against the one that is kept in {@code src/test/resources/golden}. With {@code
 * -Dharness.golden=write} it is kept instead, to be read before it is committed.
 */
public final class Golden {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  public static void assertSame(String name, String actual) {
    assertSame(DIRECTORY.resolve(name), actual);
  }

  /** The same for a file that the product needs itself. */
  public static void assertSame(Path file, String actual) {
    try {
      if ("write".equals(System.getProperty("harness.golden"))) {
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s, which -Dharness.golden=write renews", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
