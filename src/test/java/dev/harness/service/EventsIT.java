package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventsIT {
  @Inject Vertx vertx;
  @TestHTTPResource URI base;
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(vertx, base);
  }

  @AfterEach
  void leaveNothing() throws Exception {
    client.close();
    client = new ServiceClient(vertx, base);
    client.statsOnce(stats -> nothingIsLeft(stats.getJsonObject("streams")));
    client.close();
  }

  @Test
  void streamsEventsInOrderWithTheUsersToken() throws Exception {
    int many = 20_000;
    List<String> events =
        client.stream("user=alice&token=s%22cret").say("emit " + many).first(many);

    assertThat(events)
        .extracting(TestStream::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, many).boxed().toList());
    assertThat(events)
        .allSatisfy(event -> assertThat(event).hasSizeBetween(110, 125).contains("s\\\"cret"));
    assertThat(new JsonObject(events.get(0)).fieldNames()).containsExactly("seq", "token", "data");
  }

  @Test
  void goesOnFromWhereItWas() throws Exception {
    TestStream stream = client.stream("user=alice&token=t").say("emit 3").say("ack 3");
    stream.first(3);

    assertThat(stream.say("emit 2").first(5)).extracting(TestStream::sequence).endsWith(4L, 5L);
    assertThat(client.stats().getJsonObject("streams").getLong("acknowledged"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void reachesAllStreamsOfTheUserAndNobodyElses() throws Exception {
    TestStream one = client.stream("user=alice&token=t");
    TestStream two = client.stream("user=alice&token=t");
    TestStream other = client.stream("user=bob&token=b");
    one.say("emit 10");

    assertThat(one.first(10)).hasSize(10);
    assertThat(two.first(10)).hasSize(10);
    assertThat(other.say("emit 1").first(1).get(0)).contains("\"token\":\"b\"");
    assertThat(other.count()).isEqualTo(1);
  }

  @Test
  void refusesAUserWhoIdentifiesNothing() throws Exception {
    for (String query : List.of("user=none&token=t", "token=t", "user=", "user=%0A", "")) {
      TestStream refused = client.stream(query);

      assertThat(refused.closeCode()).as(query).isEqualTo(4400);
      assertThat(refused.socket().closeReason()).startsWith("user must");
    }
  }

  @Test
  void refusesACommandThatItDoesNotKnow() throws Exception {
    for (String command : List.of("emit", "emit 0", "emit x", "ack -1", "quit")) {
      TestStream refused = client.stream("user=alice&token=t").say(command);

      assertThat(refused.closeCode()).as(command).isEqualTo(4400);
    }
  }

  @Test
  void holdsBackBoundedlyForASlowPeerAndHoldsNobodyElseUp() throws Exception {
    TestStream slow = client.stream("user=slow&token=t");
    slow.socket().pause();
    slow.say("emit 1000000");

    TestStream fast = client.stream("user=fast&token=t");
    assertThat(fast.say("emit 10000").first(10_000)).hasSize(10_000);

    JsonObject streams = client.stats().getJsonObject("streams");
    assertThat(streams.getInteger("unsent")).isLessThanOrEqualTo(EventConnection.WINDOW);
    assertThat(streams.getInteger("queued")).isLessThanOrEqualTo(EventConnection.WINDOW);
    client.statsOnce(stats -> stats.getJsonObject("streams").getInteger("connections") == 1);
  }

  @Test
  void noticesAPeerThatVanished() throws Exception {
    long before = client.stats().getJsonObject("streams").getLong("vanished");
    Promise<Void> closed = Promise.promise();
    NetSocket silent = now(vertx.createNetClient().connect(base.getPort(), base.getHost()));
    silent.closeHandler(gone -> closed.complete());
    silent.write(
        """
        GET /events?user=silent&token=t HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """);

    client.statsOnce(stats -> stats.getJsonObject("streams").getLong("vanished") > before);
    now(closed.future());
  }

  private static boolean nothingIsLeft(JsonObject streams) {
    return streams.getInteger("connections") == 0
        && streams.getInteger("open") == 0
        && streams.getInteger("users") == 0
        && streams.getInteger("unsent") == 0
        && streams.getInteger("queued") == 0
        && streams.getInteger("queuedBytes") == 0
        && streams.getLong("accepted")
            == streams.getLong("delivered")
                + streams.getLong("dropped")
                + streams.getLong("discarded");
  }
}
