package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Removes what an owner and its watchdog left when both were killed. Touches only directories that
 * bear our name, hold our lock file, belong to this user, and whose lock nobody holds.
 */
final class StaleDirectories {

  private StaleDirectories() {}

  /**
   * Sweeps the places as well as it can: a directory that resists is left for another time.
   *
   * @param user our own user id
   */
  static void sweep(List<Path> places, int user) {
    for (Path place : places) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(place.toRealPath(), Layout.NAME_PREFIX + "*")) {
        for (Path directory : found) {
          if (belongsTo(user, directory)) {
            sweepOne(new Layout(directory));
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        // Not there, or not for us to read: then nothing of ours is in it.
      }
    }
  }

  private static boolean belongsTo(int user, Path directory) throws IOException {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && Integer.valueOf(user)
            .equals(Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }

  private static void sweepOne(Layout layout) {
    Optional<DirectoryLock> lock = DirectoryLock.ofStale(layout);
    if (lock.isEmpty()) {
      return;
    }
    try (DirectoryLock held = lock.get()) {
      PostmasterPid.read(layout.postmasterPid())
          .flatMap(note -> ProcessHandle.of(note.pid()))
          .filter(process -> runsFrom(layout, process))
          .ifPresent(ProcessHandle::destroyForcibly);
      // While the orphan's children still write, this fails, and the lock file, by which the next
      // sweep knows the directory, is still there.
      DirectoryTree.delete(layout.data());
      DirectoryTree.delete(layout.root());
    } catch (IOException e) {
      // The next start finds the rest.
    }
  }

  /** Whether the process is this directory's own server, and not one that took over its id. */
  private static boolean runsFrom(Layout layout, ProcessHandle process) {
    return process.info().command().filter(layout.server().toString()::equals).isPresent();
  }
}
