package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.service.ServiceClient.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestsIT {
  @Inject Vertx vertx;
  @TestHTTPResource URI base;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(vertx, base);
  }

  @AfterEach
  void leaveNothing() throws Exception {
    client.statsOnce(
        stats ->
            stats.getJsonObject("requests").getInteger("inFlight") == 0
                && stats.getJsonObject("requests").getInteger("timers") == 0
                && stats.getJsonObject("engines").getInteger("open") == 0
                && stats.getJsonObject("engines").getInteger("users") == 0);
    client.close();
  }

  @Test
  void givesTheTokenBackToItsUser() throws Exception {
    Reply reply = now(client.post("alice", "q-1", 1));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().getString("requestId")).isEqualTo("q-1");
    assertThat(reply.json().getString("userToken")).isEqualTo("token of alice");
    assertThat(reply.json().getLong("engine")).isPositive();
  }

  @Test
  void worksForNoTimeAtAll() throws Exception {
    assertThat(now(client.post("alice", "q-1", 0)).status()).isEqualTo(200);
  }

  @Test
  void namesTheFieldThatIdentifiesNothing() throws Exception {
    Reply reply = now(client.post("registry", "q-1", 1));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .hasToString(
            "{\"error\":\"invalid_context\",\"field\":\"userId\","
                + "\"reason\":\"must identify something; it is a placeholder\"}");
  }

  @Test
  void namesTheHeaderThatIsMissing() throws Exception {
    var withoutThread = client.to(HttpMethod.POST, "/requests").putHeader("X-User-Id", "alice");

    Reply reply = now(client.send(withoutThread));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo("threadId");
    assertThat(reply.json().getString("reason")).isEqualTo("must not be null");
  }

  @Test
  void saysHowLongWorkMayBe() throws Exception {
    for (int millis : List.of(-1, 60_001)) {
      Reply reply = now(client.post("alice", "q-1", millis));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().getString("field")).isEqualTo("work-ms");
    }
  }

  @Test
  void saysHowMuchMemoryWorkMayHold() throws Exception {
    for (String kilobytes : List.of("-1", "1025", "much")) {
      Reply reply = now(client.post("alice", "q-1", "work-ms=0&hold-kb=" + kilobytes));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().getString("field")).isEqualTo("hold-kb");
      assertThat(reply.json().getString("reason")).isEqualTo("must be a whole number of 0 to 1024");
    }
    assertThat(now(client.post("alice", "q-1", "work-ms=0&hold-kb=1024")).status()).isEqualTo(200);
  }

  @Test
  void grantsAUserExactlyTwoOfFiveAtOnceAndLeavesOthersAlone() throws Exception {
    List<Future<Reply>> five =
        IntStream.range(0, 5).mapToObj(i -> client.post("alice", "q-" + i, 300)).toList();
    Future<Reply> other = client.post("bob", "q-1", 300);
    now(Future.join(Stream.concat(five.stream(), Stream.of(other)).toList()));

    List<Reply> refused =
        five.stream().map(Future::result).filter(reply -> reply.status() != 200).toList();
    assertThat(refused).hasSize(3);
    assertThat(refused)
        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(429))
        .extracting(reply -> reply.body().toString())
        .containsOnly("{\"error\":\"user_limit\",\"limit\":2}");
    assertThat(other.result().status()).isEqualTo(200);
  }

  @Test
  void hasManyInFlightAtOnceAndMixesNobodyUp() throws Exception {
    int many = ImpatientOptions.MOST_REQUESTS;
    now(client.send(client.to(HttpMethod.POST, "/stats/reset")));
    List<Future<Reply>> all =
        IntStream.range(0, many).mapToObj(i -> client.post("u-" + i, "q-" + i, 3_000)).toList();
    now(Future.join(all));

    for (int i = 0; i < many; i++) {
      JsonObject json = all.get(i).result().json();
      assertThat(json.getString("requestId")).isEqualTo("q-" + i);
      assertThat(json.getString("userToken")).isEqualTo("token of u-" + i);
    }
    assertThat(client.stats().getJsonObject("requests").getInteger("peakInFlight")).isEqualTo(many);
  }

  @Test
  void refusesWhatIsMoreThanItMayTakeAndSaysWhenToComeBack() throws Exception {
    int many = ImpatientOptions.MOST_REQUESTS;
    long refusedBefore = client.stats().getJsonObject("requests").getLong("refused");
    List<Future<Reply>> all =
        IntStream.range(0, many + 50)
            .mapToObj(i -> client.post("u-" + i, "q-" + i, 3_000))
            .toList();
    now(Future.join(all));

    List<Reply> refused =
        all.stream().map(Future::result).filter(reply -> reply.status() != 200).toList();
    assertThat(refused)
        .hasSize(50)
        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(503))
        .allSatisfy(reply -> assertThat(reply.headers().get("Retry-After")).isEqualTo("1"))
        .extracting(reply -> reply.body().toString())
        .containsOnly("{\"error\":\"busy\",\"limit\":400}");
    JsonObject requests = client.stats().getJsonObject("requests");
    assertThat(requests.getLong("refused") - refusedBefore).isEqualTo(50);
    assertThat(requests.getInteger("limit")).isEqualTo(many);
    assertThat(now(client.post("alice", "q-1", 1)).status()).isEqualTo(200);
  }

  @Test
  void dropsTheRequestOfACallerThatGoesAway() throws Exception {
    Future<Reply> abandoned = client.post("alice", "q-1", 60_000);
    client.statsOnce(stats -> stats.getJsonObject("requests").getInteger("timers") == 1);

    client.close();

    client = new ServiceClient(vertx, base);
    assertThat(abandoned.succeeded()).isFalse();
  }

  @Test
  void isAlive() throws Exception {
    assertThat(now(client.send(client.to(HttpMethod.GET, "/ping"))).status()).isEqualTo(204);
  }

  @Test
  void saysThatItHasNoSuchPath() throws Exception {
    Reply reply = now(client.send(client.to(HttpMethod.GET, "/nowhere")));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).hasToString("{\"error\":\"unknown_path\",\"path\":\"/nowhere\"}");
  }

  @Test
  void hasMetersOfTheWholeAndOfNoUser() throws Exception {
    now(client.post("alice-with-meters", "q-1", 1));

    String meters = now(client.send(client.to(HttpMethod.GET, "/q/metrics"))).body().toString();

    assertThat(meters)
        .containsPattern("harness_target_requests_total [1-9]")
        .containsPattern("harness_target_engines_created_total [1-9]")
        .contains("harness_target_engines_open 0", "harness_target_streams_queued_bytes 0")
        .doesNotContain("alice");
  }

  @Test
  void isWellWithoutADatabase() throws Exception {
    Reply health = now(client.send(client.to(HttpMethod.GET, "/q/health")));

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().getString("status")).isEqualTo("UP");
    assertThat(health.body().toString()).contains("sessions", "none");
  }

  @Test
  void saysThatThereIsNoDatabase() throws Exception {
    for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.GET, HttpMethod.DELETE)) {
      Reply reply = now(client.send(client.to(method, "/sessions/k")));

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body())
          .isEqualTo(
              Buffer.buffer(
                  "{\"error\":\"no_database\","
                      + "\"reason\":\"the service was started without a database\"}"));
    }
  }
}
