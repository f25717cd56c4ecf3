package dev.harness.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there whole, or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** Puts something into a file that is being written. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes a text.
   *
   * @throws IOException where it cannot be written whole; then none is left, unless it is a device
   */
  public static void write(Path file, String text) throws IOException {
    write(file, target -> Files.writeString(target, text));
  }

  /**
   * Writes a file.
   *
   * @throws IOException where it cannot be written whole; then none is left, unless it is a device
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      content.writeTo(file);
    } catch (IOException e) {
      if (Files.isRegularFile(file)) {
        Files.delete(file);
      }
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
