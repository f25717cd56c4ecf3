package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harness.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each plan of {@code src/test/resources/plans} is broken in its own way, and has the message that
 * a person is to read next to it; {@code -Dharness.golden=write} writes them anew.
 */
class BrokenPlansTest {
  private static final Path CORPUS = Path.of("src", "test", "resources", "plans");
  private static final int LONGEST_LINE = 1_000;

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void saysWhatIsWrong(String name) throws IOException {
    Golden.assertSame(
        CORPUS.resolve(name.replaceFirst("\\.[a-z]+$", ".expected")), messageOf(name) + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachMessageIsOfLinesWithAPlaceThatATerminalCanShow(String name) throws IOException {
    assertThat(messageOf(name).lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(Pattern.quote(name) + ":\\d+:\\d+: .+")
                    .hasSizeLessThan(LONGEST_LINE)
                    .doesNotContainPattern("\\p{Cntrl}")
                    .doesNotContain("com.fasterxml", "Feature", "reader", "Exception", "sesame"));
  }

  @Test
  void theCorpusIsThere() throws IOException {
    assertThat(files()).hasSizeGreaterThan(50);
  }

  private static String messageOf(String name) throws IOException {
    var around = new Surroundings(CORPUS, Map.of("SECRET", "sesame open", "EMPTY", ""));
    byte[] text = Files.readAllBytes(CORPUS.resolve(name));
    var thrown =
        catchThrowableOfType(
            InvalidFileException.class,
            () -> PlanFile.parse(name, text, Notation.of(Path.of(name)), around));
    assertThat(thrown).as("%s is taken for valid", name).isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }
}
