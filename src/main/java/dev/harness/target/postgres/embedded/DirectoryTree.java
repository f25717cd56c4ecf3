package dev.harness.target.postgres.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Whole trees of files; links are never followed. */
final class DirectoryTree {

  private DirectoryTree() {}

  /** Gives everything to a user and the group of the same number. Needs root. */
  static void giveTo(int user, Path tree) throws IOException {
    Files.walkFileTree(tree, new Visitor(path -> give(user, path), path -> give(user, path)));
  }

  /** Deletes everything; what is gone already is no error. */
  static void delete(Path tree) throws IOException {
    Files.walkFileTree(tree, new Visitor(path -> {}, Files::deleteIfExists));
  }

  private static void give(int user, Path path) throws IOException {
    Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
  }

  private interface Step {
    void at(Path path) throws IOException;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Step before;
    private final Step after;

    Visitor(Step before, Step after) {
      this.before = before;
      this.after = after;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      before.at(directory);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      after.at(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
        throws IOException {
      if (problem != null) {
        throw problem;
      }
      after.at(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
