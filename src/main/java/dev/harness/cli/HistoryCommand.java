package dev.harness.cli;

import dev.harness.compare.History;
import dev.harness.compare.StoredRun;
import dev.harness.report.HistoryText;
import dev.harness.report.html.HistoryPage;
import dev.harness.store.RunDatabase;
import dev.harness.verdict.ExitCode;
import io.vertx.core.Vertx;
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
    description = "Lists the runs of a directory or store, and where figures came to a new level.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "New levels are looked for in the figures that checks are judged on, from run",
      "to run, in runs of the machine, JVM and profile of the newest: by E-divisive,",
      "with a permutation test that has 5 %% risk of calling anything a new level in a",
      "history without one, and where they differ by 5 %% or more. Some ten runs are",
      "too few to show one.",
      "",
      "A store has runs in a schema \"harness_history\", which the first of them",
      "creates. Its history has the newest 1,000.",
      "",
      "Exit codes: 0 the history is told; 4 the store cannot be reached or does not",
      "let us work; 64 no such directory, no run there, or a URL that is none.",
      "",
      "Examples:",
      "  harness history",
      "  harness history harness-reports --report-dir trends   a page of charts, too",
      "  harness history --keep 50                    removes all but the newest 50",
      "  harness history --store postgresql://me:secret@127.0.0.1:5432/runs",
      "  harness history DIR --store URL --keep 500   adds those of DIR, keeps 500"
    })
public final class HistoryCommand implements Callable<Integer> {
  private static final String PAGE = "history.html";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description =
          "Where the runs are (default: harness-reports). With --store: where runs are that it shall"
              + " have, too (default: none).")
  private @Nullable Path directory;

  @Mixin private StoreOption store;

  @Option(
      names = "--keep",
      paramLabel = "N",
      converter = WholeNumber.Count.class,
      description =
          "Removes all runs but the newest N, and says which: the directories, or with --store those"
              + " in it. What is not a run's stays: a directory of another name, one without a"
              + " report, or with anything in it that the harness does not write.")
  private @Nullable Integer keep;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Also writes history.html there: a chart of each figure, new levels marked.")
  private @Nullable Path reportDir;

  @Mixin private OutputOptions output;

  private final Vertx vertx;

  HistoryCommand(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    List<StoredRun> runs = store.given() ? ofStore(terminal) : ofFiles(terminal);
    History history = History.of(runs);
    HistoryText.lines(history).forEach(terminal::detail);
    return write(history, terminal).code();
  }

  private List<StoredRun> ofFiles(Terminal terminal) {
    Path place = directory == null ? Path.of("harness-reports") : directory;
    RunDirectories files = RunDirectories.in(place);
    var left = new ArrayList<String>();
    if (keep != null) {
      var removed = new ArrayList<Path>();
      files.keep(keep, removed, left);
      removed.forEach(run -> terminal.result("removed: " + run));
    }
    List<StoredRun> runs = files.runs(left);
    left.forEach(terminal::problem);
    if (runs.isEmpty()) {
      throw new UsageException("%s: there is no run with a report in it".formatted(place));
    }
    return runs;
  }

  private List<StoredRun> ofStore(Terminal terminal) {
    var left = new ArrayList<String>();
    List<StoredRun> more = directory == null ? List.of() : RunDirectories.in(directory).runs(left);
    left.forEach(terminal::problem);
    try (RunDatabase database = store.open(vertx)) {
      RunDatabase.Changes changes = database.update(more, keep);
      changes.added().forEach(run -> terminal.result("added: " + run));
      changes.removed().forEach(run -> terminal.result("removed: " + run));
      List<StoredRun> runs = database.runs();
      if (runs.isEmpty()) {
        throw new UsageException(
            "--store: there is no run in it; harness history DIR --store adds");
      }
      return runs;
    }
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
