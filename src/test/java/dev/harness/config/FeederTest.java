package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.plan.scenario.Rows;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {
  @TempDir Path dir;

  @Test
  void csvHasALineOfNamesAndAUserOnEachLineBelow() throws IOException {
    assertThat(read("users.csv", "\uFEFFid, token\r\nann,a\r\n\r\nbob,\"b,\"\"1\"\"\n2\"\n"))
        .containsExactly(
            Map.of("id", "ann", "token", "a"), Map.of("id", "bob", "token", "b,\"1\"\n2"));
  }

  @Test
  void jsonHasAnObjectForEachUser() throws IOException {
    assertThat(
            read("users.json", "[{\"id\": \"ann\", \"age\": 30}, {\"age\": 3.10, \"id\": \"b\"}]"))
        .containsExactly(Map.of("id", "ann", "age", "30"), Map.of("id", "b", "age", "3.10"));
  }

  @Test
  void quotesMeanSomethingOnlyWhereAValueBegins() throws IOException {
    assertThat(read("users.csv", "\uFEFFid,note\rann,a\"\"b\n\"b\"\"\n\",\"x\"y\"\n,\n\"c\",\"\""))
        .containsExactly(
            Map.of("id", "ann", "note", "a\"\"b"),
            Map.of("id", "b\"\n", "note", "xy\""),
            Map.of("id", "", "note", ""),
            Map.of("id", "c", "note", ""));
  }

  /** Were it loaded, it would take a hundred million bytes and more. */
  @Test
  void tenThousandUsersInAHundredMegabytesAreNotHeldInMemory() throws IOException {
    Path file = dir.resolve("many.csv");
    String profile = "x".repeat(10_000);
    try (Writer csv = Files.newBufferedWriter(file)) {
      csv.write("id,token,profile\n");
      for (int i = 0; i < 10_000; i++) {
        csv.write("user %d,token %d,%s\n".formatted(i, i, profile));
      }
    }
    long before = usedBytes();

    Rows rows = Feeder.read(file, "many.csv");

    assertThat(usedBytes() - before).as("bytes held").isLessThan(20_000_000);
    assertThat(rows.size()).isEqualTo(10_000);
    assertThat(rows.row(9_999)).containsEntry("token", "token 9999").containsKey("profile");
    assertThat(rows.row(0)).containsEntry("id", "user 0").containsEntry("profile", profile);
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void theLineOfAMistakeIsThatOfTheFile() {
    assertInvalid("users.csv", "id,token\n\"a\nb\",1\nann\n", "users.csv:4:1: 1 values, where");
  }

  @Test
  void valuesAreNotTold() {
    assertInvalid("users.json", "[{\"id\": 1}, {\"token\": \"sesame\"}]", "[token], where the");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read("users.json", "[{\"id\": {\"token\": \"sesame\"}}]"))
        .withMessageNotContaining("sesame");
  }

  @Test
  void aFeederHasUsers() {
    assertInvalid("users.csv", "", "there is no user in it");
    assertInvalid("users.csv", "id,token\n", "there is no user in it");
    assertInvalid("users.json", "[]", "there is no user in it");
  }

  private void assertInvalid(String name, String text, String says) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(name, text))
        .withMessageContaining(says);
  }

  private List<Map<String, String>> read(String name, String text) throws IOException {
    Rows rows = Feeder.read(Files.writeString(dir.resolve(name), text), name);
    return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
  }
}
