package dev.harness.target.postgres.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Says that a server's directory is in use, for as long as its owner lives: the operating system
 * drops the lock with the process, in whatever container and under whatever id that process ran.
 */
final class DirectoryLock implements Closeable {

  private static final String MAGIC = "harness: an embedded PostgreSQL\n";
  private static final String IN_USE_HERE = "dev.harness.embedded-postgres.in-use:";

  private final Layout layout;
  private final FileChannel channel;

  private DirectoryLock(Layout layout, FileChannel channel) {
    this.layout = layout;
    this.channel = channel;
  }

  /** Locks a directory that was just made. */
  static DirectoryLock create(Layout layout) throws IOException {
    // POSIX drops a process's lock when the process closes any descriptor of that file. So nothing
    // in this JVM, whichever class loader it came by, may open the lock file again: hence a note
    // that all of the JVM sees, taken before the file exists.
    System.setProperty(IN_USE_HERE + layout.root(), "true");
    FileChannel channel =
        FileChannel.open(
            layout.lock(),
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException("locked by someone else: " + layout.lock());
    }
    channel.write(ByteBuffer.wrap(MAGIC.getBytes(StandardCharsets.UTF_8)));
    return new DirectoryLock(layout, channel);
  }

  /**
   * Locks a directory whose owner is gone.
   *
   * @return nothing if it is in use, or not one of ours
   */
  static Optional<DirectoryLock> ofStale(Layout layout) {
    if (System.getProperty(IN_USE_HERE + layout.root()) != null
        || !Files.isRegularFile(layout.lock(), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      FileChannel channel =
          FileChannel.open(
              layout.lock(),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS);
      if (isOursAndFree(channel)) {
        return Optional.of(new DirectoryLock(layout, channel));
      }
      channel.close();
    } catch (IOException e) {
      // Not for us to open: then it counts as in use.
    }
    return Optional.empty();
  }

  private static boolean isOursAndFree(FileChannel channel) {
    ByteBuffer content = ByteBuffer.allocate(MAGIC.length() + 1);
    try {
      channel.read(content, 0);
      String text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
      return text.equals(MAGIC) && isFree(channel);
    } catch (IOException | OverlappingFileLockException e) {
      // A file system without locks, or another sweep in this JVM: then it counts as in use.
      return false;
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    return lock != null;
  }

  /** Call it when the directory is gone. */
  @Override
  public void close() throws IOException {
    channel.close();
    System.clearProperty(IN_USE_HERE + layout.root());
  }
}
