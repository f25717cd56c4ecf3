package dev.harness.cli;

import dev.harness.compare.ComparedRun;
import dev.harness.compare.Comparer;
import dev.harness.compare.Comparison;
import dev.harness.compare.RunPairs;
import dev.harness.compare.RunPairs.Pair;
import dev.harness.run.Interruption;
import dev.harness.stats.PairedDifference;
import dev.harness.time.Ticker;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness compare}: whether a run is worse than another, or many than as many. */
@Command(
    name = "compare",
    description = "Compares a run with a baseline, by more than chance and a margin.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A run is its directory, or its report.json. At most eight metrics gate; runs of another",
      "machine, JVM, profile or choice of checks are inconclusive.",
      "",
      "With --pairs, BASE and CANDIDATE are two jars, plans, URLs, or whatever else stands for {}",
      "in COMMAND, which makes a run of each in turns. This is the gate to trust: how the pairs",
      "differ among themselves is known, and the machine's drift meets both alike.",
      "",
      "Exit codes: 0 unchanged or improved, 1 regressed, 3 inconclusive, 4 a run could not",
      "measure, 64 no such report, 130 interrupted: the pairs that were whole are compared.",
      "",
      "Examples:",
      "  harness compare main/report.json harness-reports      the newest run against main's",
      "  harness compare BASE CANDIDATE --calibration main-runs --report-dir changes",
      "  harness compare old.jar new.jar --pairs 6 -- java -jar {} run --profile quick",
      "  harness compare old.yaml new.yaml --pairs 6 -- run --plan {}",
      "  harness compare http://old:8080 http://new:8080 --pairs 6 -- \\",
      "      env SHOP={} harness run --plan shop.yaml        a plan with url: ${env:SHOP}"
    })
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Where it is not said, for the runs of pairs. */
  private static final Path PAIRS = Path.of("harness-pairs");

  @Parameters(index = "0", paramLabel = "BASE", description = "The run to compare with.")
  private String base = "";

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "The run that may be worse.")
  private String candidate = "";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "COMMAND",
      description =
          "After -- and with --pairs: makes one run, of what stands for {} in it. \"run\" is this"
              + " program's.")
  private List<String> command = List.of();

  @Mixin private PairOptions paired;

  @Option(
      names = "--calibration",
      paramLabel = "DIR",
      description =
          "A directory of ten runs or more of the same thing: what they differ by is the margin,"
              + " where that is above 5 %%.")
  private @Nullable Path calibration;

  @Option(
      names = "--force",
      fallbackValue = "true",
      description = "Concludes all the same where machine, JVM or plan differ.")
  private boolean force;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description =
          "Also writes the comparison there, in the formats of --format. Of --pairs all runs are"
              + " there, too (then harness-pairs where it is not said).")
  private @Nullable Path reportDir;

  @Mixin private FormatOptions formats;

  @Mixin private OutputOptions output;

  private final Interruption interruption;
  private final Ticker ticker;

  CompareCommand(Interruption interruption, Ticker ticker) {
    this.interruption = interruption;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    List<ComparedRun> alike =
        calibration == null ? List.of() : RunFiles.all(calibration, "--calibration");
    if (paired.asked(command)) {
      return inPairs(alike, terminal);
    }
    return told(
        Comparer.compare(
            RunFiles.one(Path.of(base)), RunFiles.one(Path.of(candidate)), alike, force),
        reportDir,
        terminal);
  }

  private int inPairs(List<ComparedRun> alike, Terminal terminal) {
    Signals.interrupt(
        interruption,
        () -> terminal.problem("stopping; whole pairs are compared; Ctrl-C again ends at once"));
    Path directory = Objects.requireNonNullElse(reportDir, PAIRS);
    List<Pair> pairs =
        new PairedRuns(
                paired,
                command,
                base,
                candidate,
                directory,
                new BoundedProcess(interruption),
                terminal,
                ticker)
            .run();
    ExitCode asked = Objects.requireNonNullElse(interruption.asked(), ExitCode.PASSED);
    if (pairs.size() < PairedDifference.LEAST_PAIRS) {
      terminal.problem("nothing to conclude from: %d pairs were whole".formatted(pairs.size()));
      return asked.code();
    }
    Comparison comparison = Comparer.compare(new RunPairs(pairs), alike, force);
    int wanted = paired.baseFirst().size();
    Comparison whole =
        pairs.size() == wanted
            ? comparison
            : comparison.unlike(
                "number of pairs as asked for: %d of %d".formatted(pairs.size(), wanted));
    int code = told(whole, directory, terminal);
    return asked == ExitCode.PASSED ? code : asked.code();
  }

  private int told(Comparison comparison, @Nullable Path directory, Terminal terminal) {
    terminal.result(comparison);
    if (directory != null) {
      write(comparison, directory, terminal);
    }
    return comparison.exitCode().code();
  }

  private void write(Comparison comparison, Path directory, Terminal terminal) {
    try {
      Files.createDirectories(directory);
      for (ReportFormat.ComparisonOutput output : formats.ofComparisons()) {
        Path file = directory.resolve(output.file());
        output.writing().write(comparison, file);
        terminal.progress("written: " + file);
      }
    } catch (IOException e) {
      throw new UsageException(
          "--report-dir %s: the comparison cannot be written: %s"
              .formatted(directory, e.getMessage()));
    }
  }
}
