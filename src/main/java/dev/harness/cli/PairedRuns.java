package dev.harness.cli;

import dev.harness.compare.Change;
import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparer;
import dev.harness.compare.RunPairs;
import dev.harness.compare.RunPairs.Pair;
import dev.harness.report.ChangeText;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.child.OwnCommand;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes runs of two things in turns, each in a process of its own, and reads what they report. Each
 * is told by the environment where to leave its report; what it prints goes to a file beside it.
 */
final class PairedRuns {
  private static final String REPORT_DIR = "HARNESS_REPORT_DIR";

  /** A run that failed has measured, too. */
  private static final Set<Integer> MEASURED =
      Set.of(ExitCode.PASSED.code(), ExitCode.FAILED.code(), ExitCode.INCONCLUSIVE.code());

  private final PairOptions how;
  private final List<String> command;
  private final String base;
  private final String candidate;
  private final Path directory;
  private final BoundedProcess processes;
  private final Terminal terminal;
  private final Ticker ticker;

  /** Which of the two. */
  private enum Side {
    BASE,
    CANDIDATE;

    Side other() {
      return this == BASE ? CANDIDATE : BASE;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param command that makes a run of what stands for {@link PairOptions#PLACE} in it
   * @param directory that gets a directory for the runs of each
   */
  PairedRuns(
      PairOptions how,
      List<String> command,
      String base,
      String candidate,
      Path directory,
      BoundedProcess processes,
      Terminal terminal,
      Ticker ticker) {
    this.how = how;
    this.command = List.copyOf(command);
    this.base = base;
    this.candidate = candidate;
    this.directory = directory;
    this.processes = processes;
    this.terminal = terminal;
    this.ticker = ticker;
  }

  /**
   * Makes them all; fewer, where the end is asked for.
   *
   * @throws UsageException where the command cannot be run so
   * @throws TargetUnreachableException where a run could not measure
   */
  List<Pair> run() {
    var done = new ArrayList<Pair>();
    List<Boolean> baseFirst = how.baseFirst();
    terminal.progress("%d pairs, %s".formatted(baseFirst.size(), how.told()));
    for (boolean first : baseFirst) {
      Optional<Pair> pair = pair(done.size() + 1, first ? Side.BASE : Side.CANDIDATE);
      if (pair.isEmpty()) {
        return done;
      }
      done.add(pair.get());
      Change alone =
          Comparer.compare(new RunPairs(pair.stream().toList()), List.of(), false).conclusion();
      terminal.detail(
          "pair %d of %d by itself: %s"
              .formatted(done.size(), baseFirst.size(), ChangeText.lowerCase(alone)));
    }
    return done;
  }

  private Optional<Pair> pair(int number, Side first) {
    Optional<ComparedRun> one = run(number, first);
    Optional<ComparedRun> other = one.isEmpty() ? one : run(number, first.other());
    return other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            first == Side.BASE
                ? new Pair(one.get(), other.get())
                : new Pair(other.get(), one.get()));
  }

  /** One run to its end; none where the end of all is asked for. */
  private Optional<ComparedRun> run(int number, Side side) {
    Path reports = directory.resolve(side.id());
    Path log = reports.resolve("pair-%02d.log".formatted(number));
    List<String> words = command(side);
    try {
      Files.createDirectories(reports);
      Set<Path> before = directories(reports);
      long startNanos = ticker.nanoTime();
      var builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put(REPORT_DIR, reports.toAbsolutePath().toString());
      OptionalInt exitCode = processes.run(builder, how.longest());
      if (exitCode.isEmpty()) {
        return Optional.empty();
      }
      requireMeasured(exitCode.getAsInt(), words, log);
      terminal.progress(
          "pair %d, %s: exit code %d, %.1f s"
              .formatted(
                  number, side.id(), exitCode.getAsInt(), (ticker.nanoTime() - startNanos) / 1e9));
      Set<Path> made = directories(reports);
      made.removeAll(before);
      return Optional.of(RunFiles.reported(onlyOne(made, reports)));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be run, or its report be found: %s"
              .formatted(String.join(" ", words), e.getMessage()));
    }
  }

  private List<String> command(Side side) {
    String its = side == Side.BASE ? base : candidate;
    List<String> words =
        command.stream().map(word -> word.replace(PairOptions.PLACE, its)).toList();
    return words.get(0).equals("run") ? OwnCommand.again(words) : words;
  }

  private static void requireMeasured(int exitCode, List<String> command, Path log)
      throws IOException {
    if (MEASURED.contains(exitCode)) {
      return;
    }
    String last =
        Files.readAllLines(log).stream().filter(it -> !it.isBlank()).reduce((a, b) -> b).orElse("");
    String why =
        "%s ended with exit code %d: %s (all of it is in %s)"
            .formatted(String.join(" ", command), exitCode, last, log);
    if (exitCode == ExitCode.USAGE.code()) {
      throw new UsageException(why);
    }
    throw new TargetUnreachableException(why);
  }

  private static Path onlyOne(Set<Path> made, Path reports) {
    if (made.size() != 1) {
      throw new UsageException(
          "--pairs: the command left %d runs in %s; it has to make one, and to leave it where %s"
                  .formatted(made.size(), reports, REPORT_DIR)
              + " says: a --report-dir of its own is in the way");
    }
    return made.iterator().next();
  }

  private static Set<Path> directories(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return new HashSet<>(all.filter(Files::isDirectory).toList());
    }
  }
}
