package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    return Feeder.read(Files.writeString(dir.resolve(name), text), name);
  }
}
