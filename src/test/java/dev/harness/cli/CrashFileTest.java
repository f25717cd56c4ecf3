package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrashFileTest {

  @Test
  void aPersonGetsOneLineAndWhoeverMendsItTheRest() throws Exception {
    String line = CrashFile.line(new IllegalStateException("two\nlines\u001b[2J"));

    String before =
        "harness: went wrong: java.lang.IllegalStateException: two lines [2J; details: ";
    assertThat(line).startsWith(before);
    Path details = Path.of(line.substring(before.length()));
    try {
      assertThat(Files.readString(details))
          .startsWith("the program\n")
          .contains("at " + getClass().getName());
    } finally {
      Files.delete(details);
    }
  }
}
