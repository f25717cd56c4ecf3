package dev.harness.cli;

import static java.util.Objects.requireNonNull;

import dev.harness.config.InvalidFileException;
import dev.harness.report.TerminalText;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.verdict.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The command line as a function of its arguments, its surroundings and two streams, which returns
 * an exit code.
 */
public final class Program {
  private final CommandLine commandLine;
  private final Map<String, String> environment;
  private final Path directory;
  private final PrintWriter err;

  /**
   * @param factory makes the commands
   * @param environment variables, of which {@code HARNESS_…} count
   * @param directory in which {@code harness.properties} may stand
   */
  public Program(
      CommandLine.IFactory factory,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path directory) {
    this(new CommandLine(HarnessCommand.class, factory), out, err, environment, directory);
    FaultOption.explainIn(requireNonNull(commandLine.getSubcommands().get("target")));
  }

  /** Of these commands and no others. */
  Program(
      CommandLine commandLine,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path directory) {
    this.environment = environment;
    this.directory = directory;
    this.err = err;
    this.commandLine =
        commandLine
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, args) -> usage(e))
            .setExecutionExceptionHandler((e, command, result) -> failed(e));
  }

  /** On this process's streams, with its environment and in its directory. */
  public static Program onStandardStreams(CommandLine.IFactory factory) {
    return new Program(
        factory,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.getenv(),
        Path.of(""));
  }

  /** Runs the command that the arguments name. */
  public int execute(String... arguments) {
    int code = executed(arguments);
    if (commandLine.getOut().checkError()) {
      err.println("harness: standard output cannot be written");
      return code == ExitCode.PASSED.code() ? ExitCode.INTERNAL.code() : code;
    }
    return code;
  }

  private int executed(String... arguments) {
    try {
      Settings settings = Settings.read(arguments, environment, directory);
      settings.requireKnown(commandLine);
      return commandLine.setDefaultValueProvider(settings).execute(arguments);
    } catch (UsageException e) {
      return say(ExitCode.USAGE, e);
    } finally {
      commandLine.getOut().flush();
      err.flush();
    }
  }

  private int usage(ParameterException e) {
    err.println("harness: " + TerminalText.line(UsageProblem.line(e)));
    return ExitCode.USAGE.code();
  }

  private int failed(Exception e) {
    if (e instanceof UsageException || e instanceof InvalidFileException) {
      return say(ExitCode.USAGE, e);
    }
    if (e instanceof TargetUnreachableException) {
      return say(ExitCode.UNREACHABLE, e);
    }
    err.println(CrashFile.line(e));
    return ExitCode.INTERNAL.code();
  }

  private int say(ExitCode exitCode, Exception e) {
    String.valueOf(e.getMessage())
        .lines()
        .forEach(line -> err.println("harness: " + TerminalText.line(line)));
    return exitCode.code();
  }
}
