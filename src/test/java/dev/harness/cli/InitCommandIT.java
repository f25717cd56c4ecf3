package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code init} and {@code schema}: what a user begins with. */
class InitCommandIT {
  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void writesAPlanThatCanBeRunAndNeverOverwrites() throws Exception {
    Ended ended = place.run("init", "http://127.0.0.1:1/shop");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines()).containsExactly("written: plan.yaml", "written: limits.json");
    Path plan = place.directory().resolve("plan.yaml");
    assertThat(plan).content().contains("url: http://127.0.0.1:1/shop\n");
    Ended listed = place.run("run", "--plan=plan.yaml", "--thresholds=limits.json", "--list");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out()).startsWith("plan/look ").contains("response_time_p95");

    Files.delete(place.directory().resolve("limits.json"));
    Ended again = place.run("init", "http://127.0.0.1:2");

    assertThat(again.exitCode()).isEqualTo(64);
    assertThat(again.problems())
        .containsExactly("harness: plan.yaml: is there already; nothing was written");
    assertThat(plan).content().contains("url: http://127.0.0.1:1/shop\n");
    assertThat(place.files()).extracting(Path::toString).containsExactly("plan.yaml");
  }

  @Test
  void anOpenApiDocumentBecomesAPlanWithAPipeline() throws Exception {
    place.file(
        "api.json",
        """
        {"openapi": "3.0.3", "servers": [{"url": "http://127.0.0.1:1/v1"}],
         "paths": {"/orders": {"get": {"operationId": "listOrders"}, "post": {}},
                   "/orders/{id}": {"get": {}}}}
        """);

    Ended ended = place.run("init", "--openapi", "api.json", "--ci", "github");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .containsExactly(
            "written: plan.yaml",
            "written: limits.json",
            "written: .github/workflows/harness.yml",
            "written: harness-gate");
    assertThat(place.directory().resolve("plan.yaml"))
        .content()
        .contains(
            "url: http://127.0.0.1:1/v1\n",
            "      - request: GET /orders\n        name: list-orders\n",
            "      # - request: GET /orders/${id}\n");
    Ended listed = place.run("run", "--plan=plan.yaml", "--thresholds=limits.json", "--list");
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out()).startsWith("plan/look ");
  }

  @Test
  void aDocumentThatIsNoneLeavesNothingBehind() throws Exception {
    place.file("api.yaml", "paths: " + "{ a: ".repeat(10_000));

    Ended ended = place.run("init", "http://127.0.0.1:1", "--openapi", "api.yaml");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .startsWith("harness: api.yaml:1:")
        .endsWith("nested more than 200 levels deep");
    assertThat(place.files()).extracting(Path::toString).containsExactly("api.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://me:secret@127.0.0.1:1", "http://127.0.0.1:1?q=1"})
  void writesNoPlanThatCouldNotBeRun(String url) throws Exception {
    Ended ended = place.run("init", url);

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .contains("is no URL; write http://HOST:PORT", "without user, query or fragment")
        .doesNotContain("secret");
    assertThat(place.files()).isEmpty();
  }

  @Test
  void printsTheSchemaOfAPlan() throws Exception {
    Ended ended = place.run("schema", "plan");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(new ObjectMapper().readTree(ended.out()).at("/title").asText())
        .isEqualTo("harness plan");
  }
}
