package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.peer.ConfusedPeer;
import dev.harness.testing.peer.HttpPeer;
import dev.harness.testing.peer.Shop;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --plan}: services that the harness knows nothing of, from the plan to the verdict. */
class PlanIT {
  private static final String SECRET = "sesame-4711";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** The plan of the README; what this machine can answer in 100 ms is not what is tested. */
  @Test
  void thePlanOfTheReadmePasses() throws Exception {
    try (ProgramRun target = place.start("target", "--port", "0")) {
      assertThat(target.holdsBeforeItEnds(() -> target.out().contains("ready"))).isTrue();
      String url = target.out().replaceAll("(?s).*\"(http://[^\"]+)\".*", "$1");
      place.file(
          "plan.yaml",
          Files.readString(Path.of("docs", "plans", "reference-service.yaml"))
              .replace("http://127.0.0.1:8080", url)
              .replace("<= 100ms", "<= 4000ms")
              .replace("duration: 10s", "duration: 3s"));

      Ended ended = place.run("run", "--plan", "plan.yaml", "--verbose");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out())
          .containsPattern("✔ plan/ask +response_time_p95 +[0-9.]+ ms +≤ 4,000 ms")
          .containsPattern("success_rate +100 % +≥ 99 %")
          .containsPattern("isolation_breaches +0 +≤ 0")
          .contains("PASSED  1 of 1 checks passed");
    }
    JsonNode report = WrittenReport.in(place.directory());
    JsonNode check = WrittenReport.check(report, "plan/ask");
    assertThat(check.at("/phases/0/due").asInt()).isEqualTo(300);
    assertThat(WrittenReport.figure(report, "plan/ask", "isolation_probes"))
        .as("warm-up and load are looked through")
        .isEqualTo(500);
    assertThat(check.at("/judgements/0/limit_from").asText()).isEqualTo("plan.yaml");
    assertThat(report.at("/system_information/target_api").asText()).startsWith("http://127");
    assertThat(report.at("/system_information/resource_use").fieldNames())
        .toIterable()
        .as("nothing was started")
        .containsExactly("harness");
  }

  /** The worked example, on a service that it is for. */
  @Test
  void stepsInStepsAreGoneThroughAsTheAnswersSay() throws Exception {
    try (var shop = new Shop()) {
      place.file(
          "plan.yaml",
          Files.readString(Path.of("docs", "plans", "orders.yaml"))
              .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + shop.port())
              .replace("<= 200ms", "<= 4000ms")
              .replace("constant: 20, duration: 10s", "constant: 50, duration: 2s")
              .replace("warm_up: 2s", "warm_up: 1s"));

      Ended tried = place.run("run", "--plan", "plan.yaml", "--dry-run");

      assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
      assertThat(tried.out())
          .containsSubsequence(
              "  list: group",
              "    first-page: GET http://127.0.0.1:",
              "    loop 5 times",
              "      if next exists: yes",
              "        next-page: GET http://127.0.0.1:",
              "  loop for each of ${ids}, at most 10",
              "    look: GET http://127.0.0.1:",
              "    if state equals open: yes",
              "      pay: POST http://127.0.0.1:");
      assertThat(List.of("page-1", "page-2", "page-3", "order", "payment"))
          .as("once each, and the loops once")
          .extracting(shop::asked)
          .containsExactly(1L, 1L, 0L, 1L, 1L);

      Ended ended = place.run("run", "--plan", "plan.yaml", "--verbose");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out())
          .containsPattern("✔ plan/settle +list_service_time_p95 +[0-9.]+ ms +≤ 4,000 ms")
          .containsPattern("isolation_breaches +0 +≤ 0");
      long iterations = 150;
      assertThat(shop.asked("page-1")).isEqualTo(1 + iterations);
      assertThat(shop.asked("page-3")).isEqualTo(iterations);
      assertThat(shop.asked("order")).isEqualTo(1 + 3 * iterations);
      assertThat(shop.asked("payment")).isEqualTo(1 + 2 * iterations);
      JsonNode report = WrittenReport.in(place.directory());
      assertThat(WrittenReport.figure(report, "plan/settle", "list_success_rate")).isEqualTo(100);
    }
  }

  /** The worked example of a load that is shared. */
  @Test
  void scenariosShareALoadAndAreJudgedEachByItself() throws Exception {
    try (var shop = new Shop()) {
      place.file(
          "plan.yaml",
          Files.readString(Path.of("docs", "plans", "shop.yaml"))
              .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + shop.port())
              .replaceAll("<= [12]00ms", "<= 4000ms")
              .replace("poisson: 40, duration: 10s", "constant: 400, duration: 2s")
              .replace("warm_up: 2s", "warm_up: 1s"));

      Ended ended = place.run("run", "--plan", "plan.yaml", "--verbose");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      assertThat(ended.out())
          .containsPattern("✔ plan/mix +look_response_time_p95 +[0-9.]+ ms +≤ 4,000 ms")
          .containsPattern("buy_response_time_p95 +[0-9.]+ ms +≤ 4,000 ms")
          .containsPattern("look_success_rate +100 % +≥ 95 %")
          .containsPattern("buy_success_rate +100 % +≥ 95 %")
          .containsPattern("isolation_breaches +0 +≤ 0")
          .contains("PASSED  1 of 1 checks passed");
      assertThat(shop.asked("page-1")).isEqualTo(300 * 3);
      assertThat(shop.asked("payment")).isEqualTo(100 * 3);
      assertThat(shop.requestIds()).as("each iteration has its own").isEqualTo(400 * 3);
      JsonNode report = WrittenReport.in(place.directory());
      assertThat(WrittenReport.figure(report, "plan/mix", "buy_pay_success_rate")).isEqualTo(100);
    }
  }

  @Test
  void whoSeesWhatIsAnothersIsTold() throws Exception {
    place.with("API_KEY", SECRET);
    try (var confused = new ConfusedPeer(100, SECRET)) {
      place.file("plan.yaml", planFor(confused.port(), "constant: 300", "own: [id]"));

      Ended ended = place.run("run", "--plan", "plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(ended.out())
          .containsPattern("✘ plan/look +isolation_breaches +[1-9][0-9]* +≤ 0")
          .containsPattern(
              "BREACH in plan/look after [0-9.]+ s: user-\\d+ saw what belongs to user-\\d+"
                  + " \\(get-things request-look-\\d+, answer\\)")
          .containsPattern(
              "again: harness run --plan plan.yaml --check plan/look --profile standard"
                  + " --seed -?\\d+ --verbose");
      assertThat(confused.strangers()).as("requests without the key").isZero();
      JsonNode report = WrittenReport.in(place.directory());
      double breaches = WrittenReport.figure(report, "plan/look", "isolation_breaches");
      assertThat(breaches).isBetween(1.0, (double) confused.mixedUp());
      assertThat(reasons(report)).contains("get-things/foreign-canary");
    }
    assertThat(everythingWritten())
        .doesNotContain(SECRET)
        .contains(
            "Again: `harness run --plan plan.yaml --check plan/look --profile standard --seed ");

    Ended again = place.run("report", "harness-reports");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.out()).contains("✘ plan/look", "--plan plan.yaml --check plan/look");
  }

  @Test
  void whereNothingListensNothingIsStarted() throws Exception {
    place.with("API_KEY", SECRET);
    place.file("plan.yaml", planFor(freePort(), "constant: 10", "status: 200"));

    Ended ended = place.run("run", "--plan", "plan.yaml");

    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .startsWith("harness: target api cannot be reached at http://127.0.0.1:")
        .endsWith(": connection-refused");
    assertThat(ended.out()).isEmpty();
    assertThat(place.files()).extracting(Path::toString).containsExactly("plan.yaml");
  }

  @Test
  void aServiceThatIsSlowerThanItsThresholdFails() throws Exception {
    place.with("API_KEY", SECRET);
    try (HttpPeer slow =
        HttpPeer.that(
            request ->
                Vertx.currentContext()
                    .owner()
                    .setTimer(200, late -> request.response().end("user-0 to user-49")))) {
      place.file("plan.yaml", planFor(slow.port(), "closed: 30", "status: 200"));

      Ended ended = place.run("run", "--plan", "plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(ended.out())
          .containsPattern("✘ plan/look +response_time_p95 +[0-9,.]+ ms +≤ 100 ms");
    }
  }

  @Test
  void whatAnAnswerLacksIsNamed() throws Exception {
    place.with("API_KEY", SECRET);
    try (HttpPeer empty = HttpPeer.thatAnswersAtOnce()) {
      place.file("plan.yaml", planFor(empty.port(), "poisson: 100", "json: { /user: ann }"));

      Ended ended = place.run("run", "--plan", "plan.yaml");

      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
      assertThat(reasons(WrittenReport.in(place.directory())))
          .containsExactly("get-things/json-missing:/user");
    }
  }

  @Test
  void aDryRunShowsOnePassAndItsExpectations() throws Exception {
    place.with("API_KEY", SECRET);
    try (var confused = new ConfusedPeer(1_000, SECRET)) {
      place.file("plan.yaml", planFor(confused.port(), "constant: 300", "exists: [/user, /total]"));
      Ended failed = place.run("run", "--plan", "plan.yaml", "--dry-run");
      place.file("plan.yaml", planFor(confused.port(), "constant: 300", "exists: [/user]"));
      Ended ended = place.run("run", "--plan", "plan.yaml", "--dry-run");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out())
          .containsPattern(
              "look, as (user-\\d+)\\R"
                  + "  get-things: GET http://127.0.0.1:\\d+/things\\R"
                  + "    X-Key: \\$\\{env:API_KEY}\\R"
                  + "    X-Token: cnry-[0-9a-f]{32}\\R"
                  + "    X-User: \\1\\R"
                  + "  → status 200, \\d+ bytes: as expected\\R");
      assertThat(confused.strangers()).isZero();
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.out()).contains("bytes: get-things/json-missing:/total");
    }
    assertThat(place.files()).extracting(Path::toString).containsExactly("plan.yaml");
  }

  @Test
  void whatIsWrongInAPlanIsToldAtOnceAndNothingIsStarted() throws Exception {
    place.file("plan.yaml", planFor(1, "constnt: 10", "status: 99"));

    Ended ended = place.run("run", "--plan", "plan.yaml");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.problems()).hasSize(3);
    assertThat(ended.problems().get(0))
        .startsWith("harness: plan.yaml:7:14: the environment variable API_KEY is not set");
    assertThat(ended.problems().get(1)).startsWith("harness: plan.yaml:11:11: a load has one of");
    assertThat(ended.problems().get(2)).startsWith("harness: plan.yaml:14:51: \"99\" is no status");
    assertThat(ended.out()).isEmpty();
    assertThat(place.files()).extracting(Path::toString).containsExactly("plan.yaml");
  }

  @Test
  void builtInChecksRunBesideItWhereTheyAreNamed() throws Exception {
    place.with("API_KEY", SECRET);
    place.file("plan.yaml", planFor(freePort(), "constant: 10", "status: 200"));

    assertThat(listed("--plan", "plan.yaml")).containsExactly("plan/look");
    assertThat(listed("--plan", "plan.yaml", "--check", "context/validation"))
        .containsExactly("context/validation", "plan/look");
    assertThat(listed("--plan", "plan.yaml", "--suite", "plan")).containsExactly("plan/look");
    assertThat(listed("--plan", "plan.yaml", "--all"))
        .contains("context/validation", "database/connection-leaks", "plan/look");
  }

  private List<String> listed(String... options) throws Exception {
    var arguments = new ArrayList<>(List.of("run", "--list"));
    arguments.addAll(List.of(options));
    Ended ended = place.run(arguments.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended
        .out()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .map(line -> line.split(" ", 2)[0])
        .toList();
  }

  private static String planFor(int port, String load, String expect) {
    return """
    name: things
    targets:
      api:
        url: http://127.0.0.1:%d
        headers:
          X-User: ${user.id}
          X-Key: ${env:API_KEY}
          X-Token: ${user.canary}
    scenarios:
      look:
        load: { %s, duration: 2s }
        thresholds: [response_time_p95 <= 100ms]
        steps:
          - { request: GET /things, expect: { %s } }
    """
        .formatted(port, load, expect);
  }

  private static List<String> reasons(JsonNode report) {
    List<String> reasons = new ArrayList<>();
    WrittenReport.check(report, "plan/look")
        .at("/phases/0/reasons")
        .fieldNames()
        .forEachRemaining(reasons::add);
    return reasons;
  }

  private String everythingWritten() throws IOException {
    var all = new StringBuilder();
    for (Path file : place.files()) {
      Path path = place.directory().resolve(file);
      if (Files.isRegularFile(path)) {
        all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all).contains("plan/look");
    return all.toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }
}
