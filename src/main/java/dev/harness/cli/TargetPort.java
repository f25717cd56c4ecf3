package dev.harness.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The port of a command that serves. Read before everything else, because the HTTP server starts
 * before the command line is parsed; what is wrong with it is said by {@link TargetCommand}.
 */
@Command
public final class TargetPort {
  static final String DEFAULT = "8080";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = DEFAULT,
      description =
          "Where it listens, on the loopback interface; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  /** Whether these arguments start a server. */
  public static boolean serves(String... arguments) {
    return arguments.length > 0 && arguments[0].equals("target");
  }

  /** The port that they name; empty where they name none that could be. */
  public static Optional<Integer> of(
      String[] arguments, Map<String, String> environment, Path directory) {
    var command = new TargetPort();
    try {
      new CommandLine(command)
          .setUnmatchedArgumentsAllowed(true)
          .setDefaultValueProvider(new Settings(environment, directory))
          .parseArgs(arguments);
      return Optional.of(command.port).filter(TargetPort::valid);
    } catch (CommandLine.ParameterException | UsageException e) {
      return Optional.empty();
    }
  }

  static boolean valid(int port) {
    return port >= 0 && port <= 65_535;
  }

  int port() {
    return port;
  }
}
