package dev.harness.cli;

import dev.harness.compare.History;
import dev.harness.compare.StoredRun;
import dev.harness.report.HistoryText;
import dev.harness.report.html.HistoryPage;
import dev.harness.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness history}: the stored runs as a table and a trend, and how many are kept. */
@Command(
    name = "history",
    description = "Lists the runs of a directory, and where figures came to a new level.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "New levels are looked for in the figures that checks are judged on, from run to run, in",
      "runs of the machine, JVM and profile of the newest: by E-divisive, with a permutation test",
      "that has 5 % risk of calling anything a new level in a history without one, and where they",
      "differ by 5 % or more. Some ten runs are too few to show one.",
      "",
      "Exit codes: 0 the history is told, 64 no such directory, or no run in it.",
      "",
      "Examples:",
      "  harness history",
      "  harness history harness-reports --report-dir trends   also writes trends/history.html",
      "  harness history --keep 50                             removes all runs but the newest 50"
    })
public final class HistoryCommand implements Callable<Integer> {
  private static final String PAGE = "history.html";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "harness-reports",
      description = "Where the runs are (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("harness-reports");

  @Option(
      names = "--keep",
      paramLabel = "N",
      converter = WholeNumber.Count.class,
      description =
          "Removes the directories of all runs but the newest N, and says which. What is not a"
              + " run's stays: a directory of another name, one without a report, or with"
              + " anything in it that the harness does not write.")
  private @Nullable Integer keep;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Also writes history.html there: a chart of each figure, new levels marked.")
  private @Nullable Path reportDir;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    RunStore store = RunStore.in(directory);
    var left = new ArrayList<String>();
    if (keep != null) {
      var removed = new ArrayList<Path>();
      store.keep(keep, removed, left);
      removed.forEach(run -> terminal.result("removed: " + run));
    }
    List<StoredRun> runs = store.runs(left);
    left.forEach(terminal::problem);
    if (runs.isEmpty()) {
      throw new UsageException("%s: there is no run with a report in it".formatted(directory));
    }
    History history = History.of(runs);
    HistoryText.lines(history).forEach(terminal::detail);
    return write(history, terminal).code();
  }

  private ExitCode write(History history, Terminal terminal) {
    if (reportDir == null) {
      return ExitCode.PASSED;
    }
    Path page = reportDir.resolve(PAGE);
    try {
      Files.createDirectories(reportDir);
      HistoryPage.write(history, page);
      terminal.progress("written: " + page);
      return ExitCode.PASSED;
    } catch (IOException e) {
      throw new UsageException(
          "--report-dir %s: the history cannot be written: %s"
              .formatted(reportDir, e.getMessage()));
    }
  }
}
