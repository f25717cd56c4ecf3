package dev.harness.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Branch;
import dev.harness.plan.scenario.Condition;
import dev.harness.plan.scenario.Expectation;
import dev.harness.plan.scenario.Group;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Items;
import dev.harness.plan.scenario.Loop;
import dev.harness.plan.scenario.Measured;
import dev.harness.plan.scenario.Place;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.Sql;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.StreamStep.Await;
import dev.harness.plan.scenario.StreamStep.Close;
import dev.harness.plan.scenario.StreamStep.Connect;
import dev.harness.plan.scenario.StreamStep.Send;
import dev.harness.plan.scenario.StreamStep.Stay;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Variable.Captured;
import dev.harness.plan.scenario.Variable.OfUser;
import dev.harness.user.UserExecutionContext;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanFileTest {
  private static final Path VALID = Path.of("src", "test", "resources", "plans", "valid");

  @Test
  void readsAllThatAPlanMayHave() throws Exception {
    Plan plan = everything();

    assertThat(plan.name()).isEqualTo("shop");
    assertThat(plan.users().size()).isEqualTo(2);
    Scenario order = plan.scenarios().get(0);
    assertThat(order.name()).isEqualTo("order");
    assertThat(order.load()).isEqualTo(new ScenarioLoad.Changing(5, 50, Duration.ofMinutes(1)));
    assertThat(order.warmUp()).isEqualTo(Duration.ofSeconds(2));
    assertThat(order.limits())
        .as("its own, and those of the plan on other metrics")
        .containsExactly(
            MetricLimit.parse("response_time_p95 <= 300ms"), MetricLimit.parse("error_rate <= 1%"));
    assertThat(order.steps()).hasSize(4);
    assertThat(order.steps().get(1)).isEqualTo(new Step.Pause(Duration.ofMillis(250)));
    assertThat(order.measured())
        .extracting(Measured::name)
        .containsExactly("place-order", "get-where", "get-orders-order");
  }

  @Test
  void readsATargetWithAllItSays() throws Exception {
    List<Service> services = everything().services();

    assertThat(services).extracting(Service::name).containsExactly("api", "plain");
    HttpService api = (HttpService) services.get(0);
    assertThat(api.host()).isEqualTo("shop.test");
    assertThat(api.port()).isEqualTo(8443);
    assertThat(api.secure()).isTrue();
    assertThat(api.basePath()).isEqualTo("/v1");
    assertThat(api.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(api.connections()).isEqualTo(20);
    assertThat(api.tls().insecure()).isTrue();
    HttpService plain = (HttpService) services.get(1);
    assertThat(plain.port()).isEqualTo(80);
    assertThat(plain.basePath()).isEmpty();
  }

  @Test
  void aRequestIsWhatIsSent() throws Exception {
    Request request = requests(everything()).get(0);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path().in(scope())).isEqualTo("/orders?for=ann%20o%27neil");
    assertThat(request.headers())
        .as("the request's header stands in the place of the target's, whatever its case")
        .hasSize(3)
        .containsEntry("Accept", Template.of("text/plain"))
        .containsEntry("Content-Type", Template.of("application/json"));
    assertThat(requireNonNull(request.headers().get("X-Key")).in(scope())).isEqualTo("sesame");
    assertThat(request.body().orElseThrow().in(scope()))
        .isEqualTo(
            "{\"user\":\"ann o'neil\",\"note\":\"a \\\"b\\\"\",\"items\":[1,2.50,true,null]}");
  }

  @Test
  void aRequestExpectsAndCaptures() throws Exception {
    List<Request> requests = requests(everything());
    Request first = requests.get(0);

    assertThat(first.status().allows(201)).isTrue();
    assertThat(first.status().allows(302)).isTrue();
    assertThat(first.status().allows(200)).isFalse();
    assertThat(first.expectations())
        .extracting(expectation -> (Object) expectation.getClass().getSimpleName())
        .containsExactly("Equal", "Equal", "Equal", "Present", "Present", "Own");
    assertThat(first.expectations())
        .contains(new Expectation.Present(new Place.InHeader("Location")));
    assertThat(first.size()).isEqualTo(new Expectation.AtMost(1000));
    assertThat(requests.get(1).size()).isEqualTo(Expectation.AtMost.USUAL);
    assertThat(requests.get(1).status().allows(204)).as("2xx where nothing is said").isTrue();
    Scope scope = scope();
    scope.capture("where", "/orders/7?full");
    scope.capture("order", "a/b");
    assertThat(requests.get(1).path().in(scope)).isEqualTo("/orders/7?full");
    assertThat(requests.get(2).path().in(scope)).isEqualTo("/orders/a%2Fb");
    assertThat(requests.get(2).body().orElseThrow().in(scope)).isEqualTo("plain a/b");
  }

  @Test
  void aSecretIsInNothingThatItSaysOfItself() throws Exception {
    assertThat(everything().toString())
        .contains("${env:KEY}", "${user.id}")
        .doesNotContain("sesame", "s3cret");
  }

  @Test
  void readsStepsOnStreams() throws Exception {
    Plan plan = parse(Files.readString(VALID.resolve("streams.yaml")), Notation.YAML);
    Scenario follow = plan.scenarios().get(0);
    List<Step> steps = follow.steps();
    Scope scope = scope();
    scope.capture("number", "7");

    var connect = (Connect) steps.get(0);
    HttpService handshake = connect.service().handshake();
    assertThat(handshake.url()).isEqualTo(URI.create("https://shop.test/v1/"));
    assertThat(connect.service().words()).isEqualTo("wss://shop.test/v1/ (any certificate)");
    assertThat(connect.name()).isEqualTo("open-feed");
    assertThat(connect.path().written()).isEqualTo("/events?for=${user.id}");
    assertThat(connect.headers()).containsOnlyKeys("X-Key", "X-Token");
    assertThat(((Send) steps.get(1)).text().in(scope))
        .isEqualTo("{\"subscribe\":\"ann o'neil\",\"note\":\"a \\\"b\\\"\"}");
    var await = (Await) steps.get(2);
    assertThat(await.within()).isEqualTo(Duration.ofMillis(500));
    assertThat(await.event()).hasSize(3);
    assertThat(((Send) steps.get(3)).text().in(scope)).isEqualTo("ack 7");
    var stay = (Stay) steps.get(4);
    assertThat(stay.leastEvents()).isEqualTo(5);
    assertThat(stay.each())
        .containsExactly(new Expectation.OwnAt(new Place.InJson("/for"), new OfUser("id")));
    assertThat(stay.sequence()).contains(new Place.InJson("/seq"));
    assertThat(((Close) steps.get(6)).code()).isEqualTo(3_001);
    assertThat(follow.measured())
        .extracting(Measured::name)
        .containsExactly("open-feed", "await", "get-orders");
    assertThat(follow.slots()).as("as many as there may be streams").isEqualTo(20);
    assertThat(follow.sendsCanary(plan.users())).isTrue();
    assertThat(follow.timeout())
        .as("connect, send, await, send, stay, request, close, and a second")
        .isEqualTo(Duration.ofMillis(3_000 + 3_000 + 500 + 3_000 + 2_000 + 10_000 + 3_000 + 1_000));
  }

  @Test
  void readsStatements() throws Exception {
    Plan plan = parse(Files.readString(VALID.resolve("sql.yaml")), Notation.YAML);
    List<Step> steps = plan.scenarios().get(0).steps();
    Scope scope = scope();
    scope.capture("order", "7");

    var place = (Sql) steps.get(0);
    assertThat(place.transaction()).isTrue();
    assertThat(place.service().url()).isEqualTo("postgresql://app:sesame@db.test:5433/shop");
    assertThat(place.service().connections()).isEqualTo(7);
    assertThat(place.toString()).doesNotContain("sesame");
    assertThat(place.statements().get(0).parameters())
        .extracting(parameter -> parameter.in(scope))
        .containsExactly("ann o'neil", 7L, 2.5, null);
    assertThat(place.statements().get(1).parameters())
        .extracting(parameter -> parameter.in(scope))
        .containsExactly("7", true);
    var look = (Sql) steps.get(1);
    assertThat(look.name()).isEqualTo("sql");
    assertThat(look.statements().get(0).expectations()).hasSize(3);
  }

  @Test
  void readsStepsThatHaveSteps() throws Exception {
    Plan plan = parse(Files.readString(VALID.resolve("flow.yaml")), Notation.YAML);
    Scenario browse = plan.scenarios().get(0);
    List<Step> steps = browse.steps();
    Scope scope = scope();

    var list = (Group) steps.get(0);
    assertThat(list.name()).isEqualTo("list");
    assertThat(list.steps()).hasSize(2);
    assertThat(list.limits()).hasSize(2);
    var each = (Loop) steps.get(1);
    assertThat(each.item()).isEqualTo("id");
    assertThat(each.items()).isEqualTo(new Items.Found(new Captured("ids"), 3));
    var branch = (Branch) each.steps().get(1);
    assertThat(branch.condition().words()).isEqualTo("state equals open");
    assertThat(branch.then()).extracting(step -> ((Request) step).name()).containsExactly("pay");
    assertThat(branch.otherwise()).hasSize(1);
    var colours = (Loop) steps.get(2);
    assertThat(colours.items().in(scope, text -> Optional.empty()))
        .contains(List.of("red", "7", "ann o'neil"));
    var pages = (Loop) steps.get(3);
    assertThat(pages.items()).isEqualTo(new Items.Times(4));
    var more = (Branch) pages.steps().get(0);
    assertThat(more.condition()).isEqualTo(new Condition.Present(new Captured("next"), true));
    assertThat(browse.measured())
        .extracting(Measured::name)
        .containsExactly(
            "list",
            "get-orders",
            "order",
            "pay",
            "receipt",
            "show",
            "get-search-text-item",
            "more",
            "connect");
  }

  @Test
  void scenariosShareALoadByTheirWeights() throws Exception {
    Plan plan = parse(Files.readString(Path.of("docs", "plans", "shop.yaml")), Notation.YAML);

    assertThat(plan.mixed()).isTrue();
    assertThat(plan.scenarios())
        .extracting(Scenario::load)
        .containsExactly(
            new ScenarioLoad.AtOneRate(30, true, Duration.ofSeconds(10)),
            new ScenarioLoad.AtOneRate(10, true, Duration.ofSeconds(10)));
    assertThat(plan.scenarios()).extracting(Scenario::warmUp).containsOnly(Duration.ofSeconds(2));
    assertThat(everything().mixed()).isFalse();
  }

  @Test
  void aDatabaseHasAsManyConnectionsAsThePlanSays() throws Exception {
    assertThat(connections("")).as("where nothing is said").isEqualTo(20);
    assertThat(connections(", connections: 500")).isEqualTo(500);
  }

  private static int connections(String said) {
    Plan plan =
        parse(
            """
            name: things
            targets: { db: { url: "postgresql://127.0.0.1/shop"%s } }
            scenarios: { look: { load: { closed: 3, duration: 10 }, steps: [ { sql: SELECT 1 } ] } }
            """
                .formatted(said),
            Notation.YAML);
    return plan.services().get(0).connections();
  }

  private static List<Request> requests(Plan plan) {
    return plan.scenarios().get(0).steps().stream()
        .filter(Request.class::isInstance)
        .map(Request.class::cast)
        .toList();
  }

  @Test
  void jsonSaysTheSame() throws Exception {
    Plan yaml =
        parse(
            """
            name: things
            targets: { api: "http://127.0.0.1:1" }
            scenarios: { look: { load: { closed: 3, duration: 10 }, steps: [ { request: GET / } ] } }
            """,
            Notation.YAML);
    Plan json =
        parse(
            """
            {"name": "things", "targets": {"api": "http://127.0.0.1:1"},
             "scenarios": {"look": {"load": {"closed": 3, "duration": "10s"},
              "steps": [{"request": "GET /"}]}}}
            """,
            Notation.JSON);

    assertThat(json).isEqualTo(yaml);
    assertThat(json.users().size()).as("where nothing is said").isEqualTo(100);
    assertThat(json.scenarios().get(0).load())
        .isEqualTo(new ScenarioLoad.Closed(3, Duration.ofSeconds(10), Duration.ZERO));
  }

  @Test
  void thePlanOfTheReadmeIsTheOneThatIsTested() throws Exception {
    String plan = Files.readString(Path.of("docs", "plans", "reference-service.yaml"));

    assertThat(Files.readString(Path.of("README.md"))).contains("```yaml\n" + plan + "```");
    assertThat(parse(plan, Notation.YAML).scenarios()).hasSize(1);
  }

  private static Plan everything() throws IOException {
    return parse(Files.readString(VALID.resolve("everything.yaml")), Notation.YAML);
  }

  private static Plan parse(String text, Notation notation) {
    var around = new Surroundings(VALID, Map.of("KEY", "sesame"));
    return PlanFile.parse("mine", text.getBytes(StandardCharsets.UTF_8), notation, around);
  }

  private static Scope scope() {
    return new Scope(
        new UserExecutionContext("user-0", "thread-0", "run-1", "request-0"),
        Map.of("id", "ann o'neil"));
  }
}
