package dev.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.api.OwnCheck;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.OwnSources;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run --classpath} with the check of the page, and with one of which nothing is as it
 * should.
 */
class OwnCheckIT {
  @TempDir Path home;

  private Place place;
  private String honest;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
    honest = requireNonNull(OwnSources.ofThePage().get("InvoiceRendering"));
  }

  /** It renders everybody's invoice for whoever came first, and finds no template. */
  private String confused() {
    return honest
        .replace("class InvoiceRendering", "class MixedUp")
        .replace("\"invoice-rendering\"", "\"mixed-up\"")
        .replace(
            "template.formatted(user.canary())",
            "templates.computeIfAbsent(\"first\", first -> user.canary())")
        .replace("100.0 * (asked.sum() - templates.size()) / asked.sum()", "12.5");
  }

  @Test
  void isJudgedAndReportedLikeAnyOther() throws Exception {
    OwnSources.provide(place.directory().resolve("classes"), OwnCheck.class, honest, confused());

    Ended ended =
        place.run(
            "run",
            "--classpath",
            "classes",
            "--suite",
            "own",
            "--verbose",
            "--format",
            "json,html,junit");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("✔ own/invoice-rendering +response_time_p95 +[0-9.]+ ms +≤ 1,500 ms")
        .containsPattern("template_cache_hits +9[0-9.]+ % +≥ 90 %")
        .containsPattern("✘ (own/mixed-up)? +isolation_breaches +[1-9][0-9,]* +≤ 0")
        .containsPattern("template_cache_hits +12.5 % +≥ 90 %")
        .containsPattern("again: harness run --classpath classes --check own/mixed-up --profile");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(WrittenReport.figure(report, "own/invoice-rendering", "isolation_probes"))
        .as("each answer has the canary of its user")
        .isGreaterThan(600);
    assertThat(WrittenReport.figure(report, "own/invoice-rendering", "isolation_breaches"))
        .isZero();
    assertThat(
            WrittenReport.check(report, "own/invoice-rendering")
                .at("/judgements/0/limit_from")
                .asText())
        .isEqualTo("InvoiceRendering");
    Path run = WrittenReport.file(place.directory()).resolveSibling("");
    assertThat(Files.readString(run.resolve("junit.xml")))
        .contains("<testcase name=\"mixed-up\" classname=\"harness.own\"");
    assertThat(Files.readString(run.resolve("report.html"))).contains("own/invoice-rendering");

    Ended again = place.run("report", "harness-reports");

    assertThat(again.exitCode()).as("without its classes: " + again.err()).isEqualTo(1);
    assertThat(again.out()).contains("own/mixed-up", "--classpath classes --check own/mixed-up");
  }

  @Test
  void isListedAmongTheOthers() throws Exception {
    OwnSources.provide(place.directory().resolve("classes"), OwnCheck.class, honest);

    Ended ended = place.run("run", "--classpath", "classes", "--list");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("context/validation")
        .contains("own/invoice-rendering", "invoices rendered, each in the language of its user")
        .contains("judged on response_time_p95, success_rate, template_cache_hits");
  }
}
