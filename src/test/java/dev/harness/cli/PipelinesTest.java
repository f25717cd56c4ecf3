package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in {@code deploy/ci}, as far as it can be tried without the systems it is for. */
class PipelinesTest {
  private static final Path CI = Path.of("deploy", "ci");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void everyStepIsAScriptThatAShellReads() throws Exception {
    List<String> scripts =
        Stream.concat(
                runs(read("github/harness.yml").at("/jobs/harness/steps")),
                Stream.concat(runs(read("github/action/action.yml").at("/runs/steps")), ofGitLab()))
            .toList();

    assertThat(scripts).hasSizeGreaterThanOrEqualTo(7);
    for (String script : scripts) {
      assertThat(shell(script)).as(script).isZero();
    }
  }

  @Test
  void aScriptThatIsNoneWouldBeSeen() throws Exception {
    assertThat(shell("if true; then")).isNotZero();
  }

  @Test
  void allOfThemCallTheSameGate() throws IOException {
    assertThat(Stream.of("github/action/action.yml", "gitlab-ci.yml", "Jenkinsfile"))
        .allSatisfy(
            file -> assertThat(CI.resolve(file)).content().contains("deploy/ci/gate target/"));
  }

  @Test
  void thoseOfAUserRunThePlanAndBuildNothing() throws Exception {
    for (Pipeline pipeline : Pipeline.values()) {
      String text = pipeline.of(Files.readString(CI.resolve(pipeline.shipped())));

      assertThat(text)
          .contains(
              "--output harness.jar \"$HARNESS_URL\"",
              "bash harness-gate harness.jar harness-baseline harness-out"
                  + " --plan plan.yaml --thresholds limits.json")
          .doesNotContain("mvnw", "deploy/", "target/", "--profile");
    }
    String github = Pipeline.GITHUB.of(Files.readString(CI.resolve("github/harness.yml")));
    String gitlab = Pipeline.GITLAB.of(Files.readString(CI.resolve("gitlab-ci.yml")));
    List<String> scripts =
        Stream.concat(
                runs(YAML.readTree(github).at("/jobs/harness/steps")),
                ofGitLab(YAML.readTree(gitlab)))
            .toList();
    assertThat(scripts).hasSizeGreaterThanOrEqualTo(6);
    for (String script : scripts) {
      assertThat(shell(script)).as(script).isZero();
    }
  }

  private static Stream<String> ofGitLab() throws IOException {
    return ofGitLab(read("gitlab-ci.yml"));
  }

  private static Stream<String> ofGitLab(JsonNode file) {
    JsonNode job = file.path("performance");
    return Stream.of("script", "after_script")
        .flatMap(name -> job.path(name).valueStream())
        .map(JsonNode::asText);
  }

  private static Stream<String> runs(JsonNode steps) {
    return steps
        .valueStream()
        .filter(step -> step.has("run"))
        .map(step -> step.path("run").asText());
  }

  private static JsonNode read(String file) throws IOException {
    return YAML.readTree(CI.resolve(file).toFile());
  }

  /** Reads it, without running it. */
  private static int shell(String script) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-n", "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return bash.exitValue();
  }
}
