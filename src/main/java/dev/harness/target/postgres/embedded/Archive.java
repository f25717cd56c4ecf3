package dev.harness.target.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A packed directory on the class path.
 *
 * @param resource its name, ending in {@code gz} or {@code xz}
 */
record Archive(String resource) {

  private static final String OURS = "/dev/harness/target/postgres/embedded/";
  private static final int BUFFER_BYTES = 1 << 16;

  /** A data directory made by {@code src/build/postgres-template/make.sh}. */
  static final Archive DATA = new Archive(OURS + "data-template.tar.gz");

  /**
   * The server for a platform: repacked by our build, or as its artifact brings it.
   *
   * @throws EmbeddedPostgresException when neither is on the class path
   */
  static Archive server(Platform platform) {
    Archive repacked = new Archive(OURS + platform.archive() + ".tar.gz");
    Archive original = new Archive("/" + platform.archive() + ".txz");
    if (repacked.exists()) {
      return repacked;
    }
    if (original.exists()) {
      return original;
    }
    throw new EmbeddedPostgresException(
        "no server for %s %s in this build: put %s on the class path"
            .formatted(platform.system(), platform.processor(), platform.artifact()));
  }

  boolean exists() {
    return Archive.class.getResource(resource) != null;
  }

  /**
   * Unpacks the entries whose names are wanted into a directory, with their permissions and links.
   *
   * @throws IOException when the archive is broken, leads out of the directory, or the disk is full
   */
  void unpack(Path directory, Predicate<String> wanted) throws IOException {
    Set<Path> made = new HashSet<>(Set.of(directory));
    try (TarArchiveInputStream tar = new TarArchiveInputStream(open())) {
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        Path path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
          throw new IOException(resource + " leads out of its directory: " + entry.getName());
        }
        if (!path.equals(directory) && wanted.test(directory.relativize(path).toString())) {
          write(tar, entry, path, made);
        }
      }
    }
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    return tar.getNextEntry();
  }

  private static void write(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Set<Path> made)
      throws IOException {
    makeParent(path, made);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    if (!entry.isDirectory()) {
      Files.copy(tar, path);
    } else if (made.add(path)) {
      Files.createDirectory(path);
    }
    // Not what this process's mask leaves: the server may run as somebody else.
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(symbolic(entry.getMode())));
  }

  /** Some archives list the files only. */
  private static void makeParent(Path path, Set<Path> made) throws IOException {
    Path parent = path.getParent();
    if (parent != null && made.add(parent)) {
      makeParent(parent, made);
      Files.createDirectory(parent);
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** For 0750, {@code rwxr-x---}. */
  static String symbolic(int mode) {
    StringBuilder text = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      text.append((mode >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
    }
    return text.toString();
  }

  private InputStream open() throws IOException {
    InputStream packed = Archive.class.getResourceAsStream(resource);
    if (packed == null) {
      throw new IOException("not on the class path: " + resource);
    }
    InputStream unpacked =
        resource.endsWith("gz")
            ? new GZIPInputStream(packed, BUFFER_BYTES)
            : new XZInputStream(new BufferedInputStream(packed, BUFFER_BYTES));
    return new BufferedInputStream(unpacked, BUFFER_BYTES);
  }
}
