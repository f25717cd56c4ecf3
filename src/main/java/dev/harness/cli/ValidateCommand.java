package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.config.ThresholdsFile;
import dev.harness.control.Controls;
import dev.harness.control.Rehearsal;
import dev.harness.control.validation.Readiness;
import dev.harness.control.validation.Validation;
import dev.harness.control.validation.ValidationPlan;
import dev.harness.run.Interruption;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.TargetSource;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code harness validate}: whether machine and harness are fit to judge. */
@Command(
    name = "validate",
    description = "Tells whether this machine and this harness are fit to judge.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Looks at the thresholds file, at the machine and what else it does, at PostgreSQL and the",
      "reference service; runs every check at its smallest scale; and shows the checks faults that",
      "they must catch. Ends with 0 if verdicts can be trusted here, and with 3 and the reasons if",
      "they cannot.",
      "",
      "Examples:",
      "  harness validate --quick                      in at most 20 s, without what takes long",
      "  harness validate --thresholds limits.json"
    })
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--quick",
      fallbackValue = "true",
      description = "Leaves out what takes long: at most 20 s.")
  private boolean quick;

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description = "The file that runs will be judged by.")
  private @Nullable Path thresholds;

  @Mixin private DatabaseOption database;

  @Mixin private OutputOptions output;

  private final TargetSource targetSource;
  private final Interruption interruption;
  private final Vertx vertx;
  private final Ticker ticker;

  ValidateCommand(
      TargetSource targetSource, Interruption interruption, Vertx vertx, Ticker ticker) {
    this.targetSource = targetSource;
    this.interruption = interruption;
    this.vertx = vertx;
    this.ticker = ticker;
  }

  @Override
  public Integer call() {
    Terminal terminal = output.terminal(spec.commandLine(), false);
    Signals.interrupt(interruption, () -> terminal.problem("stopping; Ctrl-C again ends at once"));
    ValidationPlan plan = plan();
    var view = new ValidationView(terminal, ticker);
    try (Targets targets = database.open(targetSource)) {
      var rehearsal =
          new Rehearsal(Driver.onHalfTheCores(vertx, ticker), interruption, ticker, view::happened);
      Readiness readiness =
          Validation.of(plan, BuiltInChecks.all(), targets, rehearsal, interruption, ticker)
              .run(view::found);
      view.summary(readiness, plan.leftOut());
      return readiness.exitCode().code();
    }
  }

  private ValidationPlan plan() {
    var whole =
        ValidationPlan.of(
            thresholds == null ? "those that come with the harness" : thresholds.toString(),
            ThresholdsFile.readOrShipped(thresholds),
            BuiltInChecks.all(),
            Controls.all(ticker));
    return quick ? whole.quick() : whole;
  }
}
