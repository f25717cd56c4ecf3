package dev.harness.cli;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The real program, started from its jar in a JVM of its own. Its working directory and its
 * directory for temporary files are its own, too, so that whatever it leaves can be found.
 */
final class ProgramRun implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(10).toNanos();

  private static final Ticker CLOCK = new SystemTicker();

  private final Place place;
  private final Process process;
  private final Path out;
  private final Path err;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  private ProgramRun(Place place, Process process, Path out, Path err) {
    this.place = place;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Where a program is to run, and with what around it. */
  static Place in(Path home) throws IOException {
    // The embedded database may have to run as another user, who has to get there.
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(home.resolve("work"));
    Files.createDirectories(home.resolve("tmp"));
    return new Place(home, new HashMap<>());
  }

  long pid() {
    return process.pid();
  }

  String out() {
    return Files.isRegularFile(out) ? text(out) : "";
  }

  String err() {
    return text(err);
  }

  void signal(String name) throws Exception {
    remember();
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  /** Types on its terminal, where it was started on one. */
  void type(String keys) throws IOException {
    remember();
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Closes its standard input, as the death of whoever holds it does. */
  void endInput() throws IOException {
    remember();
    process.getOutputStream().close();
  }

  /** The children that it has now, and theirs. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** How many processes of its own have a command line with that in it. */
  long running(String inCommandLine) {
    return Stream.concat(descendants().stream(), inItsHome())
        .distinct()
        .filter(other -> commandLine(other).contains(inCommandLine))
        .count();
  }

  /** What it has left, for the message. */
  String left() {
    return processesLeft() + " " + place.temporaryFiles() + " " + err();
  }

  /** Whether something comes to hold while it runs, and before anybody gives up. */
  boolean holdsBeforeItEnds(BooleanSupplier condition) {
    return holdsWithin(LONGEST, () -> condition.getAsBoolean() || !process.isAlive())
        && condition.getAsBoolean();
  }

  /** Whether within 5 s there is neither a process nor a file of it, but for its reports. */
  boolean leavesNothingWithinFiveSeconds() {
    return holdsWithin(
        Duration.ofSeconds(5),
        () -> !process.isAlive() && processesLeft().isEmpty() && place.temporaryFiles().isEmpty());
  }

  /** What of it still runs: the children it was seen with, and all that runs in its directory. */
  List<String> processesLeft() {
    return Stream.concat(seen.stream(), inItsHome())
        .filter(ProcessHandle::isAlive)
        .filter(other -> other.pid() != pid())
        .map(other -> other.pid() + " " + commandLine(other))
        .distinct()
        .toList();
  }

  private Stream<ProcessHandle> inItsHome() {
    String home = place.home().toString();
    return ProcessHandle.allProcesses().filter(other -> commandLine(other).contains(home));
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().or(() -> process.info().command()).orElse("");
  }

  /** Waits for its end. */
  Ended end() throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still runs after " + LONGEST + ": " + err());
    }
    return new Ended(process.exitValue(), out(), err(), processesLeft());
  }

  /** Whether it ends in that time. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it and all it has started, if they have not ended. */
  @Override
  public void close() {
    remember();
    process.destroyForcibly();
    seen.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private void remember() {
    seen.addAll(descendants());
  }

  static boolean holdsWithin(Duration time, BooleanSupplier condition) {
    long start = CLOCK.nanoTime();
    while (!condition.getAsBoolean()) {
      if (CLOCK.nanoTime() - start > time.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    return true;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What an ended program has said.
   *
   * @param processesLeft that it started and that still run
   */
  record Ended(int exitCode, String out, String err, List<String> processesLeft) {

    List<String> problems() {
      return err.lines().toList();
    }
  }

  /** A home with a working directory and one for temporary files. */
  record Place(Path home, Map<String, String> environment) {
    /** One more variable in the environment. */
    Place with(String variable, String value) {
      environment.put(variable, value);
      return this;
    }

    Path directory() {
      return home.resolve("work");
    }

    /** A file in the working directory. */
    Path file(String name, String text) throws IOException {
      return Files.writeString(directory().resolve(name), text);
    }

    /** Runs the program to its end. */
    Ended run(String... arguments) throws Exception {
      try (ProgramRun run = start(arguments)) {
        return run.end();
      }
    }

    /** Runs it to its end on a terminal, which gets both its streams. */
    Ended runOnTerminal(int columns, String... arguments) throws Exception {
      try (ProgramRun run = startOnTerminal(columns, arguments)) {
        return run.end();
      }
    }

    /** Starts it on a terminal of that width. */
    ProgramRun startOnTerminal(int columns, String... arguments) throws IOException {
      String command =
          "stty columns %d rows 24 && exec %s"
              .formatted(columns, String.join(" ", command(arguments)));
      return start(List.of("script", "-qec", command, "/dev/null"));
    }

    /** Runs it to its end, with its standard output in a file that exists. */
    Ended runInto(Path out, String... arguments) throws Exception {
      try (ProgramRun run = start(command(arguments), out)) {
        return run.end();
      }
    }

    ProgramRun start(String... arguments) throws IOException {
      return start(command(arguments));
    }

    private List<String> command(String... arguments) {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // Most of what is run here is short: the second compiler would only be in the way.
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + home.resolve("tmp")));
      command.addAll(StartArchive.options());
      command.addAll(List.of("-jar", System.getProperty("harness.jar")));
      command.addAll(List.of(arguments));
      return command;
    }

    private ProgramRun start(List<String> command) throws IOException {
      return start(command, Files.createTempFile(home, "out", ""));
    }

    private ProgramRun start(List<String> command, Path out) throws IOException {
      Path err = Files.createTempFile(home, "err", "");
      var builder =
          new ProcessBuilder(command)
              .directory(directory().toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("HARNESS_"));
      builder.environment().putAll(environment);
      return new ProgramRun(this, builder.start(), out, err);
    }

    /** All that is in the working directory and below. */
    List<Path> files() {
      return below(directory());
    }

    /** All that is in the directory for temporary files and below. */
    List<Path> temporaryFiles() {
      return below(home.resolve("tmp"));
    }

    private static List<Path> below(Path directory) {
      try (Stream<Path> paths = Files.walk(directory)) {
        return paths.filter(path -> !path.equals(directory)).map(directory::relativize).toList();
      } catch (UncheckedIOException | IOException e) {
        // Something vanished while we looked.
        return List.of(directory);
      }
    }
  }
}
