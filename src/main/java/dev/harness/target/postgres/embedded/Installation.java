package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts the server and its data into a directory. */
final class Installation {

  private Installation() {}

  /**
   * Unpacks both archives, each on a core of its own.
   *
   * @throws IOException when an archive is broken or the disk is full
   */
  static void into(ServerDirectory directory, Archive server) throws IOException {
    Layout layout = directory.layout();
    privately(layout.data());
    privately(layout.sockets());
    CompletableFuture<Void> data =
        CompletableFuture.runAsync(() -> unpackData(layout.data(), directory.user().owner()));
    try {
      server.unpack(layout.root(), Installation::isNeededToRun);
    } finally {
      finish(data);
    }
    OptionalInt owner = directory.user().owner();
    if (owner.isPresent()) {
      DirectoryTree.giveTo(owner.getAsInt(), layout.sockets());
    }
  }

  /** Not the headers, static libraries and tools: a third of the archive. */
  static boolean isNeededToRun(String name) {
    return name.equals("bin/postgres")
        || name.startsWith("share/")
        || (name.startsWith("lib/")
            && !name.endsWith(".a")
            && !name.startsWith("lib/libecpg")
            && !name.startsWith("lib/pkgconfig")
            && !name.startsWith("lib/postgresql/pgxs"));
  }

  private static void unpackData(Path data, OptionalInt owner) {
    try {
      Archive.DATA.unpack(data, name -> true);
      if (owner.isPresent()) {
        DirectoryTree.giveTo(owner.getAsInt(), data);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void finish(CompletableFuture<Void> unpacking) throws IOException {
    try {
      unpacking.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException problem
          ? problem.getCause()
          : new IOException(e.getCause());
    }
  }

  private static void privately(Path directory) throws IOException {
    Files.createDirectory(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
