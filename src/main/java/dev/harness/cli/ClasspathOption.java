package dev.harness.cli;

import dev.harness.own.InvalidClasspathException;
import dev.harness.own.OwnCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A user's own code, which is put under load or measures. */
@Command
final class ClasspathOption {
  /** Set in executables that GraalVM has made, and only there. */
  private static final String NATIVE = "org.graalvm.nativeimage.imagecode";

  @Option(
      names = "--classpath",
      paramLabel = "PATHS",
      description =
          "Jars and directories with classes of yours, separated as in java -cp: checks that run"
              + " beside those of the harness, and contexts that are measured instead of its own."
              + " Not in a native executable.")
  private @Nullable String paths;

  /**
   * Loads it.
   *
   * @throws UsageException where any of it cannot be used
   */
  OwnCode load() {
    if (paths == null) {
      return OwnCode.NONE;
    }
    if (System.getProperty(NATIVE) != null) {
      throw new UsageException(
          "--classpath: a native executable loads no classes; run it as java -jar harness.jar");
    }
    try {
      return OwnCode.load(paths);
    } catch (InvalidClasspathException e) {
      throw new UsageException("--classpath: " + e.getMessage());
    }
  }
}
