package dev.harness.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The project's files as lines of text, by their path from its root.
 *
 * @param files binary files are left out, and directories that a build writes
 */
record SourceTree(Map<String, List<String>> files) {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "harness-reports", "node_modules", ".idea", ".vscode");

  static SourceTree read(Path root) {
    Map<String, List<String>> files = new TreeMap<>();
    for (Path file : filesIn(root)) {
      try {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
      } catch (MalformedInputException binary) {
        // Not text: no rule speaks of it.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new SourceTree(files);
  }

  /** Those whose path ends so. */
  Map<String, List<String>> ending(String suffix) {
    Map<String, List<String>> some = new TreeMap<>(files);
    some.keySet().removeIf(path -> !path.endsWith(suffix));
    return some;
  }

  private static List<Path> filesIn(Path root) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) {
              return NOT_OURS.contains(String.valueOf(directory.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              if (facts.isRegularFile() && !file.endsWith(".git")) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
