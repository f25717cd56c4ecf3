package dev.harness.target.postgres.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts programs of the operating system in an environment of our own making. */
final class ShortCommand {

  private static final int SECONDS_ALLOWED = 5;
  private static final int OUTPUT_BYTES_READ = 256;

  private ShortCommand() {}

  /** What every process of ours gets: nothing that could change how PostgreSQL behaves. */
  static Map<String, String> environment() {
    String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    return Map.of("PATH", path + ":/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC");
  }

  static ProcessBuilder builder(List<String> command) {
    List<String> resolved = new ArrayList<>(command);
    // Otherwise the JVM would look in its own search path instead of the process's.
    find(command.get(0)).ifPresent(program -> resolved.set(0, program.toString()));
    ProcessBuilder builder = new ProcessBuilder(resolved);
    builder.environment().clear();
    builder.environment().putAll(environment());
    return builder;
  }

  /** The program of that name in the search path. */
  static Optional<Path> find(String program) {
    return Stream.of(environment().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The number that a command such as {@code id -u} prints, if it does. */
  static OptionalInt userId(List<String> command) {
    return run(command)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /**
   * Runs a command which prints at most a few words.
   *
   * @return what it printed, or nothing if it does not exist, failed, or took longer than 5 s
   */
  static Optional<String> run(List<String> command) {
    Process process;
    try {
      process = builder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_ALLOWED, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return Optional.empty();
      }
      byte[] output = process.getInputStream().readNBytes(OUTPUT_BYTES_READ);
      return Optional.of(new String(output, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }
}
