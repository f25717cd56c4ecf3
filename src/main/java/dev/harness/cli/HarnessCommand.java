package dev.harness.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Without a command it says what there is. */
@Command(
    name = "harness",
    description = "Validates the performance of reactive, multi-user services.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      HistoryCommand.class,
      MonitorCommand.class,
      InitCommand.class,
      SchemaCommand.class,
      TargetCommand.class,
      GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:passed",
      "  1:failed: a threshold, a leak, a breach, a regression",
      "  3:inconclusive: nothing can be concluded",
      "  4:could not run: target or database not reachable, or lost",
      " 64:wrong usage, or a file that is not valid; nothing was started",
      " 70:the harness itself went wrong",
      "130:interrupted (143: asked to end); what was measured is reported as partial"
    },
    footer = {
      "",
      "Options can also stand in the environment, --report-dir as HARNESS_REPORT_DIR,",
      "and in harness.properties of the working directory, as report-dir. The command",
      "line wins over the environment, and that over the file.",
      "",
      "Example:",
      "  harness run --profile quick"
    })
public final class HarnessCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing; there are: " + String.join(", ", spec.subcommands().keySet()));
  }
}
