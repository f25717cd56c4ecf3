package dev.harness.embed;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.testing.Alone;
import dev.harness.testing.JUnitRun;
import dev.harness.testing.OwnSources;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/**
 * The test of the page: compiled and run in a JVM that has JUnit, the program's jar and nothing
 * else of the harness's on its class path.
 */
@Alone
class OwnTestIT {
  /** One of each jar that JUnit 5 itself is made of. */
  private static final List<Class<?>> JUNIT =
      List.of(
          Test.class,
          JupiterTestEngine.class,
          TestEngine.class,
          Launcher.class,
          JUnitException.class,
          AssertionFailedError.class);

  private static final int FIRST_THAT_WARNS = 24;

  /** The options of which the page speaks. */
  private static final List<String> QUIET =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  @TempDir Path directory;

  @Test
  void runsAsOnThePage() throws Exception {
    Map<String, String> page = OwnSources.ofThePage();
    List<Path> junit = JUNIT.stream().map(OwnTestIT::whereItIs).toList();
    OwnSources.compile(
        directory,
        junit,
        requireNonNull(page.get("Sessions")),
        requireNonNull(page.get("SessionsTest")));
    Path said = directory.resolve("said.txt");

    Process process =
        new ProcessBuilder(commandLine(junit))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Files.readString(said))
        .contains("1 tests successful")
        .doesNotContain("WARN", "ERROR");
  }

  private List<String> commandLine(List<Path> junit) throws Exception {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= FIRST_THAT_WARNS) {
      words.addAll(QUIET);
    }
    words.addAll(
        List.of("-cp", classPath(junit), JUnitRun.class.getName(), "com.example.SessionsTest"));
    return words;
  }

  private static Path whereItIs(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private String classPath(List<Path> junit) throws Exception {
    Stream<Path> own = Stream.of(directory, Path.of(System.getProperty("harness.jar")));
    return Stream.of(own, junit.stream(), Stream.of(launcherAlone()))
        .flatMap(paths -> paths)
        .map(Path::toString)
        .collect(joining(File.pathSeparator));
  }

  /** Beside it there are all classes of the harness's tests, which nobody else has. */
  private Path launcherAlone() throws Exception {
    String name = JUnitRun.class.getName().replace('.', '/') + ".class";
    Path copy = directory.resolve("launcher").resolve(name);
    Files.createDirectories(copy.getParent());
    Files.copy(whereItIs(JUnitRun.class).resolve(name), copy);
    return directory.resolve("launcher");
  }
}
