package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A fresh directory in which a server can really run: it has room, programs may be executed there,
 * and the server's user can reach it and owns its part of it.
 *
 * @param layout what lies where
 * @param lock held for as long as this process lives
 * @param user as whom the server runs
 */
record ServerDirectory(Layout layout, DirectoryLock lock, ServerUser user) {

  /** Binaries, data and the log that a run may write. */
  private static final long BYTES_NEEDED = 400L << 20;

  /** A Unix socket's path may have 107 bytes at most, on some systems 103. */
  private static final int LONGEST_PATH_BYTES = 80;

  private static final int ROOT = 0;

  /**
   * Makes one in the first of the places that can hold it.
   *
   * @param us our own user id
   * @throws EmbeddedPostgresException when none can; says for each why
   */
  static ServerDirectory create(List<Path> places, int us) {
    List<ServerUser> users =
        us == ROOT
            ? ServerUser.insteadOfRoot(
                ThreadLocalRandom.current()
                    .nextInt(ServerUser.LOWEST_FREE_ID, ServerUser.HIGHEST_FREE_ID + 1))
            : List.of(ServerUser.ourselves());
    List<String> refusals = new ArrayList<>();
    for (Path place : CandidateDirectories.diskFirst(places)) {
      try {
        return createIn(place, users);
      } catch (IOException e) {
        refusals.add(place + " (" + e + ")");
      }
    }
    throw new EmbeddedPostgresException(
        "no directory to run it in; tried "
            + (refusals.isEmpty() ? "none that exists of " + places : String.join(", ", refusals))
            + ": make room, or name another in TMPDIR");
  }

  /**
   * Removes it and gives up the lock.
   *
   * @throws EmbeddedPostgresException when something of it resists
   */
  void discard() {
    try {
      DirectoryTree.delete(layout.root());
      lock.close();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("could not remove " + layout.root(), e);
    }
  }

  private static ServerDirectory createIn(Path place, List<ServerUser> users) throws IOException {
    if (Files.getFileStore(place).getUsableSpace() < BYTES_NEEDED) {
      throw new IOException("less than " + (BYTES_NEEDED >> 20) + " MiB free");
    }
    Path real = place.toRealPath();
    Layout layout = new Layout(Files.createTempDirectory(real, Layout.NAME_PREFIX));
    DirectoryLock lock = null;
    try {
      if (layout.root().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES) {
        throw new IOException("path longer than " + LONGEST_PATH_BYTES + " bytes");
      }
      lock = DirectoryLock.create(layout);
      for (ServerUser user : users) {
        if (canRun(layout, user)) {
          return new ServerDirectory(layout, lock, user);
        }
      }
      throw new IOException("no program can be executed there as another user than root");
    } catch (IOException e) {
      DirectoryTree.delete(layout.root());
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }

  /** Executes a script in the directory, which has to write into a directory of its own. */
  private static boolean canRun(Layout layout, ServerUser user) {
    Path probe = layout.root().resolve("probe");
    try {
      open(layout.root(), user.owner().isPresent());
      Files.createDirectory(probe);
      Path script = probe.resolve("run");
      Files.writeString(script, "#!/bin/sh\n: >\"$0.done\" && id -u\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
      if (user.owner().isPresent()) {
        DirectoryTree.giveTo(user.owner().getAsInt(), probe);
      }
      return ShortCommand.userId(user.run(script.toString())).orElse(ROOT) != ROOT;
    } catch (IOException e) {
      return false;
    } finally {
      discard(probe);
    }
  }

  private static void open(Path root, boolean toOthers) throws IOException {
    Files.setPosixFilePermissions(
        root, PosixFilePermissions.fromString(toOthers ? "rwx--x--x" : "rwx------"));
  }

  private static void discard(Path probe) {
    try {
      DirectoryTree.delete(probe);
    } catch (IOException e) {
      // It goes with the directory.
    }
  }
}
