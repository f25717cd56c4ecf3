package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Steps of the pipelines, run by a shell. Where they call a system that is not here, a script by
 * the name of its program writes down what it was asked, and says what the test wants it to.
 */
class PipelineStepsTest {
  private static final Path CI = Path.of("deploy", "ci");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}");

  @TempDir private Path place;

  @BeforeEach
  void programsThatWriteDownWhatTheyAreAsked() throws IOException {
    Files.createDirectories(place.resolve("bin"));
    Files.createDirectories(place.resolve("harness-out"));
    Files.writeString(place.resolve("asked"), "");
    program("gh", "[ \"$2\" != list ] || printf '%s' \"$LAST_RUN\"");
    program("curl", "[ -z \"$NOT_THERE\" ] || exit 22");
  }

  @Test
  void gitHubTakesTheBaselineOfTheLastRunThatPassed() throws Exception {
    String step = gitHub("Baseline of the main branch");

    assertThat(run(step, Map.of("LAST_RUN", "77"))).isZero();
    assertThat(asked())
        .contains("--branch main --status success")
        .contains("gh run download 77 --name harness --dir harness-baseline");
    Files.writeString(place.resolve("asked"), "");
    assertThat(run(step, Map.of("LAST_RUN", ""))).isZero();
    assertThat(asked()).doesNotContain("download");
  }

  @Test
  void gitHubCommentsWhereThereIsSomethingToSay() throws Exception {
    String step = gitHub("Comment");

    assertThat(run(step, Map.of("NUMBER", "12"))).isZero();
    assertThat(asked()).isEmpty();
    Files.writeString(place.resolve("harness-out/comment.md"), "passed");
    assertThat(run(step, Map.of("NUMBER", "12"))).isZero();
    assertThat(asked()).contains("gh pr comment 12 --body-file harness-out/comment.md");
  }

  @Test
  void gitLabGoesOnWithoutABaselineAndCommentsWhereItMay() throws Exception {
    JsonNode job = YAML.readTree(CI.resolve("gitlab-ci.yml").toFile()).path("performance");
    String baseline =
        job.path("script").get(0).asText() + "\n" + job.path("script").get(1).asText();
    String comment = job.path("after_script").get(0).asText();
    Files.writeString(place.resolve("harness-out/comment.md"), "passed");

    assertThat(run(baseline, Map.of("NOT_THERE", "yes", "CI_DEFAULT_BRANCH", "main"))).isZero();
    assertThat(asked())
        .contains("/jobs/artifacts/main/raw/harness-out/report.json?job=performance");
    assertThat(place.resolve("harness-baseline/report.json")).doesNotExist();
    Files.writeString(place.resolve("asked"), "");
    assertThat(run(comment, Map.of("CI_MERGE_REQUEST_IID", "5"))).isZero();
    assertThat(asked()).as("without a token").isEmpty();
    assertThat(run(comment, Map.of("CI_MERGE_REQUEST_IID", "5", "COMMENT_TOKEN", "t"))).isZero();
    assertThat(asked()).contains("body@harness-out/comment.md", "/merge_requests/5/notes");
  }

  /** What GitHub demands of a composite action, as far as this one makes use of it. */
  @Test
  void theActionIsOfTheFormThatGitHubReads() throws IOException {
    JsonNode action = YAML.readTree(CI.resolve("github/action/action.yml").toFile());

    assertThat(action.path("name").asText()).isNotEmpty();
    assertThat(action.path("description").asText()).isNotEmpty();
    assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    assertThat(action.at("/runs/steps"))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.has("run")).isEqualTo(step.has("shell")));
    assertThat(
            INPUT
                .matcher(action.path("runs").toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet()))
        .isEqualTo(
            action.path("inputs").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
  }

  private static String gitHub(String name) throws IOException {
    return YAML.readTree(CI.resolve("github/harness.yml").toFile())
        .at("/jobs/harness/steps")
        .valueStream()
        .filter(step -> step.path("name").asText().equals(name))
        .map(step -> step.path("run").asText())
        .findFirst()
        .orElseThrow();
  }

  private void program(String name, String does) throws IOException {
    Path file = place.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\necho \"%s $*\" >> asked\n%s\n".formatted(name, does));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String asked() throws IOException {
    return Files.readString(place.resolve("asked"));
  }

  private int run(String script, Map<String, String> environment) throws Exception {
    var builder =
        new ProcessBuilder("bash", "-e", "-c", script)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", "", (path, none) -> place.resolve("bin") + ":" + path);
    Process shell = builder.start();
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return shell.exitValue();
  }
}
