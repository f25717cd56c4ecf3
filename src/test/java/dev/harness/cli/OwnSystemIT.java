package dev.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.OwnSources;
import dev.harness.user.ContextSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --classpath} with the contexts of the page, and with some that have a fault. */
class OwnSystemIT {
  @TempDir Path home;

  private Place place;
  private String honest;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
    honest = requireNonNull(OwnSources.ofThePage().get("Sessions"));
  }

  @Test
  void isMeasuredInsteadOfTheReferenceSystem() throws Exception {
    Ended ended =
        run(
            honest,
            "context/validation,engine/creation,engine/concurrent-engines,memory/footprint,"
                + "stress/user-limit",
            "--verbose",
            "--format",
            "json,junit");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains("PASSED  3 of 3 checks passed", "measured: com.example.Sessions")
        .containsPattern("✔ context/validation +invalid_contexts_refused +100 % ")
        .containsPattern("✔ +isolation_breaches +0 ")
        .containsPattern("– +factory_overhead.* constructs no engine past its factory")
        .contains(
            "not applicable: com.example.Sessions lives in this process and is no service",
            "not applicable: com.example.Sessions sets no limit to the engines of a user");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(report.at("/system_information/context_system").asText())
        .isEqualTo("com.example.Sessions");
    assertThat(WrittenReport.figure(report, "engine/concurrent-engines", "isolation_probes"))
        .as("each piece of work was looked at")
        .isEqualTo(500);
    assertThat(WrittenReport.check(report, "memory/footprint").path("verdict").asText())
        .isEqualTo("not_run");
    Path run = WrittenReport.file(place.directory()).resolveSibling("junit.xml");
    assertThat(Files.readString(run)).contains("<skipped").doesNotContain("<failure", "<error");

    Ended again = place.run("report", "harness-reports");

    assertThat(again.exitCode()).as("without its classes: " + again.err()).isZero();
    assertThat(again.out()).contains("measured: com.example.Sessions");
  }

  /** Its work is done for whoever came last. */
  @Test
  void oneThatMixesUpItsUsersIsCaught() throws Exception {
    String confused =
        honest
            .replace("private final Session session;", "private static Session session;")
            .replace("this.session = session;", "Worker.session = session;")
            .replace("item(session::user)", "item(() -> session.user())");

    Ended ended = run(confused, "engine/concurrent-engines");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("engine/concurrent-engines +isolation_breaches +499 +≤ 0")
        .contains("harness run --classpath classes --check engine/concurrent-engines");
  }

  @Test
  void oneThatCannotDoARequestIsToldBeforeAnythingStarts() throws Exception {
    Ended ended =
        run(honest.replace("open.add(worker);", "open.add(null);"), "engine/concurrent-engines");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.problems())
        .containsExactly(
            "harness: com.example.Sessions cannot do one request: openEngine:"
                + " java.lang.NullPointerException");
    assertThat(place.directory().resolve("harness-reports")).doesNotExist();
  }

  /** No thread of the harness's own gets away from it: but the run ends, and says why. */
  @Test
  void oneThatBlocksForGoodEndsTheRun() throws Exception {
    place.file("limits.json", "{\"test_configuration\": {\"default_test_timeout_seconds\": 2}}");

    Ended ended =
        run(
            honest.replace(
                "open.add(worker);",
                "open.add(worker); if (open.size() > 50) { while (true) Thread.onSpinWait(); }"),
            "engine/concurrent-engines,stress/rapid-cycles",
            "--thresholds",
            "limits.json");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(4);
    assertThat(ended.out())
        .containsPattern("✘ engine/concurrent-engines +an operation blocks its event loop for good")
        .containsPattern("– stress/rapid-cycles +not run");
  }

  private Ended run(String source, String checks, String... more) throws Exception {
    OwnSources.provide(place.directory().resolve("classes"), ContextSystem.class, source);
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("run", "--classpath", "classes", "--profile", "quick", "--check"));
    arguments.add(checks);
    arguments.addAll(List.of(more));
    return place.run(arguments.toArray(String[]::new));
  }
}
