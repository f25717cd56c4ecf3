package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.service.ServiceClient.Reply;
import dev.harness.service.fault.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each variant does what it says, seen from outside. */
class FaultsIT {
  private static Vertx vertx;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() throws Exception {
    now(vertx.close());
  }

  @ParameterizedTest
  @CsvSource({"CACHE_WITHOUT_USER, 100, 200", "LOST_CONTEXT, 100, 200", "LATE_RESPONSE, 101, 201"})
  void answersOneRequestInAHundredWithWhatIsAnothers(Fault fault, int first, int second)
      throws Exception {
    try (FaultyService service = FaultyService.start(vertx, fault)) {
      List<Reply> replies = service.oneByOne(201);

      assertThat(IntStream.rangeClosed(1, 201).filter(n -> isAnothers(replies.get(n - 1), n - 1)))
          .containsExactly(first, second);
    }
  }

  @Test
  void givesUpWhatItHandsToTheNext() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.LATE_RESPONSE)) {
      assertThat(service.oneByOne(100).get(99).status()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BOUNDED_CACHE", "SLOW"})
  void answersAllRequestsWithWhatIsTheirs(Fault fault) throws Exception {
    try (FaultyService service = FaultyService.start(vertx, fault)) {
      List<Reply> replies = service.atOnce(300, i -> service.client().post("u-" + i, "q-" + i, 1));

      assertThat(IntStream.range(0, 300))
          .allMatch(i -> replies.get(i).status() == 200 && !isAnothers(replies.get(i), i));
    }
  }

  @ParameterizedTest
  @CsvSource({"ENGINE_LEFT, engines, open", "TIMER_LEFT, requests, timers"})
  void leavesSomethingBehindOnceInAHundred(Fault fault, String of, String what) throws Exception {
    try (FaultyService service = FaultyService.start(vertx, fault)) {
      service.oneByOne(200);

      service.client().statsOnce(stats -> stats.getJsonObject(of).getInteger(what) == 2);
    }
  }

  @Test
  void grantsMoreThanTheLimitToWhoAsksAtOnce() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.LIMIT_RACE)) {
      service.atOnce(5, i -> service.client().post("u-" + i, "q-" + i, 1));

      List<Reply> five = service.atOnce(5, i -> service.client().post("alice", "q-" + i, 500));

      assertThat(five).filteredOn(reply -> reply.status() == 200).hasSizeGreaterThan(2);
    }
  }

  @Test
  void losesOneEventInAHundred() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.DROPPED_EVENT)) {
      List<String> events =
          service.client().stream("user=alice&token=t").say("emit 250").first(248);

      assertThat(events)
          .extracting(TestStream::sequence)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, 250).filter(n -> n % 100 != 0).boxed().toList());
    }
  }

  @Test
  void letsOneEventInAHundredBeOvertaken() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.REORDERED_EVENT)) {
      List<String> events =
          service.client().stream("user=alice&token=t").say("emit 150").first(150);

      assertThat(events)
          .extracting(TestStream::sequence)
          .containsExactlyElementsOf(
              Stream.of(
                      LongStream.range(1, 100), LongStream.of(101, 100), LongStream.range(102, 151))
                  .flatMap(LongStream::boxed)
                  .toList());
    }
  }

  @Test
  void sendsOneEventInAHundredToSomebodyElse() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.WRONG_STREAM)) {
      TestStream other = service.client().stream("user=bob&token=b");

      assertThat(service.client().stream("user=alice&token=a").say("emit 200").first(198))
          .hasSize(198);
      assertThat(other.first(2)).allSatisfy(event -> assertThat(event).contains("\"token\":\"a\""));
    }
  }

  @Test
  void pilesEventsUpForWhoDoesNotRead() throws Exception {
    try (FaultyService service = FaultyService.start(vertx, Fault.UNBOUNDED_QUEUE)) {
      TestStream slow = service.client().stream("user=slow&token=t");
      slow.socket().pause();
      slow.say("emit 200000");

      service
          .client()
          .statsOnce(stats -> stats.getJsonObject("streams").getInteger("queued") > 100_000);
    }
  }

  private static boolean isAnothers(Reply reply, int index) {
    if (reply.status() != 200) {
      return false;
    }
    JsonObject json = reply.json();
    return !json.getString("userToken").equals("token of u-" + index);
  }
}
