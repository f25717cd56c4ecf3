package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader are of one mind, as far as a schema can say it. */
class PlanSchemaTest {
  private static final Path CORPUS = Path.of("src", "test", "resources", "plans");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(PlanSchemaTest.class.getResourceAsStream("/schema/plan.schema.json"));
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static List<Path> plans() {
    return List.of(
        Path.of("docs", "plans", "reference-service.yaml"),
        Path.of("docs", "plans", "reference-events.yaml"),
        CORPUS.resolve("valid").resolve("everything.yaml"),
        CORPUS.resolve("valid").resolve("streams.yaml"),
        Path.of("docs", "plans", "accounts.yaml"),
        CORPUS.resolve("valid").resolve("sql.yaml"),
        Path.of("docs", "plans", "orders.yaml"),
        Path.of("docs", "plans", "shop.yaml"),
        CORPUS.resolve("valid").resolve("flow.yaml"),
        Path.of("src", "main", "resources", "init", "plan.yaml"));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aPlanThatCanBeReadIsValid(Path file) throws IOException {
    String steps = Files.readString(Path.of("src", "main", "resources", "init", "steps.yaml"));
    String text =
        Files.readString(file).replace("@URL@", "http://127.0.0.1").replace("@STEPS@", steps);
    var around =
        new Surroundings(
            CORPUS.resolve("valid"),
            Map.of("KEY", "k", "DATABASE_URL", "postgresql://127.0.0.1/shop"));

    assertThat(PlanFile.parse("mine", text.getBytes(StandardCharsets.UTF_8), Notation.YAML, around))
        .isNotNull();
    assertThat(SCHEMA.validate(YAML.readTree(text))).isEmpty();
  }

  /** What only a reader can know, such as whether a file is there, is left to it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-key",
        "no-name",
        "target-with-unknown-key",
        "target-is-a-number",
        "no-connections",
        "insecure-maybe",
        "no-users",
        "users-of-both",
        "users-is-a-text",
        "no-load",
        "load-of-no-kind",
        "load-of-two-kinds",
        "load-without-duration",
        "load-with-anothers-key",
        "timeout-that-is-no-time",
        "pid-and-metrics",
        "process-limits-of-no-process",
        "scenario-in-capitals",
        "no-steps",
        "empty-steps",
        "step-of-both-kinds",
        "step-of-neither-kind",
        "request-without-method",
        "request-of-a-whole-url",
        "capture-of-no-pointer",
        "capture-with-a-hyphen",
        "expect-unknown-key",
        "own-of-what",
        "own-at-no-place",
        "own-of-what-at-a-place",
        "bytes-below-nothing",
        "threshold-is-a-number",
        "connect-without-path",
        "await-of-a-header",
        "await-of-a-status",
        "stay-of-negative-rate",
        "close-with-a-code-of-the-protocol",
        "close-by-word",
        "sql-with-an-object",
        "sql-with-unknown-key",
        "rows-below-nothing",
        "transaction-of-nothing",
        "group-of-nothing",
        "group-that-is-an-object",
        "loop-of-nothing",
        "loop-of-too-many",
        "loop-of-half-a-round",
        "loop-of-no-items",
        "loop-of-objects",
        "loop-without-steps",
        "loop-without-an-end",
        "loop-with-two-ends",
        "loop-through-a-text",
        "loop-of-a-name-with-a-hyphen",
        "if-without-then",
        "if-of-no-condition",
        "if-of-two-conditions",
        "if-of-no-variable",
        "if-with-unknown-key",
        "if-exists-perhaps",
        "if-is-a-text",
        "capture-from-nowhere",
        "weight-without-a-load",
        "weight-and-a-load",
        "weight-of-nothing",
        "weight-of-half",
        "warm-up-of-no-load"
      })
  void aPlanThatIsBrokenIsNot(String name) throws IOException {
    JsonNode plan = YAML.readTree(Files.readString(CORPUS.resolve(name + ".yaml")));

    assertThat(SCHEMA.validate(plan)).isNotEmpty();
  }
}
