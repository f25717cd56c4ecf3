package dev.harness.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that is read at once: far larger than any of its kind is, it is refused. */
final class SmallFile {
  private static final int MOST_BYTES = 1 << 20;

  private SmallFile() {}

  /**
   * Its bytes.
   *
   * @param kind of file, as {@code thresholds file}
   * @throws InvalidFileException where it cannot be read
   */
  static byte[] read(Path file, String kind) {
    return read(file, kind, MOST_BYTES);
  }

  /** The same with so many bytes at the most. */
  static byte[] read(Path file, String kind, int most) {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidFileException("%s: is a directory, not a %s".formatted(file, kind));
      }
      byte[] text = upTo(most + 1, file);
      if (text.length > most) {
        throw new InvalidFileException(
            "%s: has more than %,d bytes; no %s has".formatted(file, most, kind));
      }
      return text;
    } catch (NoSuchFileException e) {
      throw new InvalidFileException(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new InvalidFileException(file + ": this user may not read it");
    } catch (IOException e) {
      throw new InvalidFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** Does not ask for the size first: a pipe or a device has none. */
  private static byte[] upTo(int bytes, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytes);
    }
  }
}
