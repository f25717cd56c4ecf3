package dev.harness.config;

import dev.harness.plan.scenario.TemplateGrammar.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a plan stands: the files that it names are found from its directory.
 *
 * @param environment variables
 */
record Surroundings(Path directory, Map<String, String> environment) implements Secrets {
  private static final int MOST_BYTES = 64 << 10;

  Path resolve(String path) {
    return directory.resolve(path);
  }

  @Override
  public String env(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the environment variable %s is not set".formatted(name));
    }
    return value;
  }

  @Override
  public String file(String path) {
    try {
      byte[] bytes = SmallFile.read(resolve(path), "file of a secret", MOST_BYTES);
      return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (InvalidFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The environment is nobody's to be told. */
  @Override
  public String toString() {
    return "Surroundings[directory=%s]".formatted(directory);
  }
}
