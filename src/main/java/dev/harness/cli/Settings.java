package dev.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options have where the command line does not say: {@code HARNESS_REPORT_DIR} from the
 * environment, and below that {@code report-dir} from {@code harness.properties}.
 */
final class Settings implements IDefaultValueProvider {
  private static final String FILE = "harness.properties";
  private static final String PREFIX = "HARNESS_";

  private final Map<String, String> environment;
  private final Properties properties;

  private Settings(Map<String, String> environment, Properties properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /**
   * Takes what a directory and an environment have. No directory where the arguments are those of a
   * child, which is to do what its parent tells it and not what the user told the parent; its
   * environment has what its parent put there.
   *
   * @throws UsageException where the file is there and cannot be read
   */
  static Settings read(String[] arguments, Map<String, String> environment, Path directory) {
    if (Arrays.asList(arguments).contains(TargetOptions.OF_A_CHILD)) {
      return new Settings(environment, new Properties());
    }
    return new Settings(environment, properties(directory.resolve(FILE)));
  }

  /**
   * Refuses names that no option has.
   *
   * @throws UsageException with a line for each, which says what is allowed
   */
  void requireKnown(CommandLine program) {
    SortedSet<String> options = new TreeSet<>();
    Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .forEach(option -> options.add(name(option)));
    var problems = new ArrayList<String>();
    unknown(properties.stringPropertyNames(), options)
        .forEach(name -> problems.add(unknown(FILE + ": key", name, options)));
    List<String> variables = options.stream().map(Settings::variable).toList();
    unknown(
            environment.keySet().stream().filter(name -> name.startsWith(PREFIX)).toList(),
            variables)
        .forEach(name -> problems.add(unknown("environment: variable", name, variables)));
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = name(option);
    String fromEnvironment = environment.get(variable(name));
    return fromEnvironment != null ? fromEnvironment : properties.getProperty(name);
  }

  private static List<String> unknown(Collection<String> given, Collection<String> allowed) {
    return given.stream().filter(name -> !allowed.contains(name)).sorted().toList();
  }

  private static String unknown(String where, String name, Collection<String> allowed) {
    return "%s \"%s\" is unknown; allowed: %s".formatted(where, name, String.join(", ", allowed));
  }

  private static String name(OptionSpec option) {
    return option.longestName().substring("--".length());
  }

  private static String variable(String name) {
    return PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Properties properties(Path file) {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
      }
    }
    return properties;
  }
}
