package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.InvalidTriggerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody writes is read, or refused with what is wrong; nothing else escapes. Here on
 * what is known to be awkward; {@code -Pfuzz} has Jazzer go on from there.
 */
class ParsersFuzzTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Surroundings AROUND =
      new Surroundings(RESOURCES.resolve("plans"), Map.of("SECRET", "sesame"));

  /** Far more than any stack bears, if each character takes a call. */
  private static final int MANY = 30_000;

  @MethodSource("plans")
  @FuzzTest
  void aPlanIsReadOrRefused(byte[] text) {
    for (Notation notation : Notation.values()) {
      try {
        assertThat(PlanFile.parse("plan", text, notation, AROUND)).isNotNull();
      } catch (InvalidFileException e) {
        assertThat(String.valueOf(e.getMessage()).lines())
            .isNotEmpty()
            .allMatch(line -> line.matches("plan:-?\\d+:-?\\d+: .+"));
      }
    }
  }

  @MethodSource("thresholds")
  @FuzzTest
  void aThresholdsFileIsReadOrRefused(byte[] text) {
    try {
      assertThat(ThresholdsFile.parse("limits", text)).isNotNull();
    } catch (InvalidFileException e) {
      assertThat(e).hasMessageStartingWith("limits:");
    }
  }

  @MethodSource("plans")
  @FuzzTest
  void anOpenApiDocumentIsReadOrRefused(byte[] text) {
    for (Notation notation : Notation.values()) {
      try {
        assertThat(OpenApiFile.parse("api", text, notation)).isNotNull();
      } catch (InvalidFileException e) {
        assertThat(e).hasMessageStartingWith("api:");
      }
    }
  }

  @MethodSource("triggers")
  @FuzzTest
  void aTriggerIsReadOrRefused(byte[] text) {
    try {
      AlertRule rule = AlertRule.parse(new String(text, StandardCharsets.UTF_8), Severity.INFO);
      assertThat(rule.condition().metric()).isNotNull();
    } catch (InvalidTriggerException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  static Stream<byte[]> plans() {
    return Stream.concat(
        Stream.concat(in("plans"), in("plans/valid")),
        Stream.concat(deep(), awkward().stream().map(ParsersFuzzTest::plan)));
  }

  static Stream<byte[]> thresholds() {
    return Stream.concat(in("thresholds"), deep());
  }

  static Stream<byte[]> triggers() {
    return Stream.of(
            "success_rate < 90%",
            "response_time_p99.9 > 1000ms",
            "burn_rate_99.9_1h > 14",
            "throughput under 3 /s",
            "a".repeat(MANY) + " > 1",
            "success_rate < " + "9".repeat(MANY) + "%",
            "response_time_p" + "9".repeat(150) + " > 1ms")
        .map(ParsersFuzzTest::bytes);
  }

  private static Stream<byte[]> deep() {
    return Stream.of("[", "{\"a\":", "- ", "? ", "a: {", "!!a ", "&a ", "\"", "'", "|\n ", "%")
        .map(once -> bytes(once.repeat(MANY)));
  }

  /** Steps that are of the right kind, and in which something has no end. */
  private static List<String> awkward() {
    return List.of(
        "{ request: GET /, expect: { exists: \"" + "/~0".repeat(MANY) + "\" } }",
        "{ request: GET /, name: a" + "-a".repeat(MANY) + " }",
        "{ request: GET /" + "${user.id}".repeat(MANY / 10) + " }",
        "{ request: GET /, capture: { " + "a".repeat(1_000) + ": /a } }",
        "{ if: { variable: user.id, matches: \"" + "(".repeat(MANY) + "\" }, then: [] }",
        "{ if: { variable: user.id, matches: \"" + "(a|b)*".repeat(MANY) + "\" }, then: [] }",
        "{ loop: 1" + "0".repeat(900) + ", steps: [ { request: GET / } ] }",
        "{ pause: " + "9".repeat(MANY) + " }",
        "{ pause: 1e" + "9".repeat(100) + " }",
        "{ loop: 1000, steps: ".repeat(5) + "[]" + " }".repeat(5));
  }

  private static byte[] plan(String step) {
    return bytes(
        """
        name: things
        targets: { api: "http://127.0.0.1" }
        scenarios: { look: { load: { constant: 1, duration: 5s }, steps: [ %s ] } }
        """
            .formatted(step));
  }

  private static Stream<byte[]> in(String directory) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(directory))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|json)"))
          .sorted()
          .map(ParsersFuzzTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
