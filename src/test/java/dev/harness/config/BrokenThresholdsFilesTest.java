package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code src/test/resources/thresholds} is broken in one way, and has the message that
 * a person is to read next to it. To write the messages anew, run with {@code -Dgolden=write} and
 * read the difference.
 */
class BrokenThresholdsFilesTest {
  private static final Path CORPUS = Path.of("src", "test", "resources", "thresholds");
  private static final int LONGEST_LINE = 1_000;

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void saysWhatIsWrong(String name) throws IOException {
    Path expected = CORPUS.resolve(name.replace(".json", ".expected"));
    byte[] text = Files.readAllBytes(CORPUS.resolve(name));

    String message = messageOf(name, text);

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(expected, message + "\n");
    }
    assertThat(message + "\n").isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachMessageIsOfLinesWithAPlaceThatATerminalCanShow(String name) throws IOException {
    String message = messageOf(name, Files.readAllBytes(CORPUS.resolve(name)));

    assertThat(message.lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches(Pattern.quote(name) + ":\\d+:\\d+: .+")
                    .hasSizeLessThan(LONGEST_LINE)
                    .doesNotContainPattern("\\p{Cntrl}")
                    .doesNotContain("com.fasterxml", "Feature", "StreamRead"));
  }

  @Test
  void theCorpusIsThere() throws IOException {
    assertThat(files()).hasSizeGreaterThan(50);
  }

  private static String messageOf(String name, byte[] text) {
    var thrown =
        catchThrowableOfType(InvalidFileException.class, () -> ThresholdsFile.parse(name, text));
    assertThat(thrown).as("%s is taken for valid", name).isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }
}
