package dev.harness.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, and what is allowed, in one line. */
final class UsageProblem {
  private UsageProblem() {}

  static String line(ParameterException e) {
    CommandLine command = e.getCommandLine();
    return "%s; see '%s --help'"
        .formatted(what(e, command), command.getCommandSpec().qualifiedName());
  }

  private static String what(ParameterException e, CommandLine command) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }
    String given = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      return "unknown option \"%s\"; there are: %s".formatted(given, options(command));
    }
    Collection<String> commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? "\"%s\" belongs to no option; allowed: %s".formatted(given, options(command))
        : "unknown command \"%s\"; there are: %s".formatted(given, String.join(", ", commands));
  }

  private static String options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::names)
        .flatMap(Arrays::stream)
        .filter(name -> name.startsWith("--"))
        .collect(Collectors.joining(", "));
  }
}
