package dev.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
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

  Settings(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.properties = read(directory.resolve(FILE));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().substring("--".length());
    String fromEnvironment =
        environment.get(PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT));
    return fromEnvironment != null ? fromEnvironment : properties.getProperty(name);
  }

  private static Properties read(Path file) {
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
