package dev.harness.check.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.random.Seed;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Services that answer by a script: what a load of requests makes of them. */
class UserRequestTest {
  private static final UserPopulation USERS = new UserPopulation(100, "run-1", new Seed(7));
  private static final Duration TIMEOUT = DrivenOperation.TIMEOUT;

  private final HandDrivenLoops loops = new HandDrivenLoops(1);
  private final IsolationLog log = new IsolationLog(new Canaries("run-1"), loops.ticker);
  private final List<Request> asked = new ArrayList<>();

  @Test
  void ownAnswersLeaveLittleThatCouldHaveBeenMissed() {
    PhaseResult result = drive(3_000, request -> answered(request, request));

    Findings findings = log.addTo(Findings.NONE);
    assertThat(result.counts().completed()).isEqualTo(3_000);
    assertThat(findings.figures())
        .containsEntry(IsolationLog.BREACHES, Figure.of(0, 3_000))
        .containsEntry(IsolationLog.PROBES, Figure.of(3_000, 3_000));
    assertThat(findings.figures().get(IsolationLog.BOUND))
        .isInstanceOfSatisfying(
            Figure.Measured.class, bound -> assertThat(bound.value()).isCloseTo(0.1, within(5e-4)));
  }

  /** Each hundredth answer, and no other, bears the token of whoever asked before. */
  @Test
  void aBreachOnceInAHundredIsFoundEachTime() {
    PhaseResult result =
        drive(
            3_000,
            request ->
                asked.size() % 100 == 0
                    ? answered(request, asked.get(asked.size() - 2))
                    : answered(request, request));

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(30, 3_000));
    assertThat(result.counts().failed()).isEqualTo(30);
    Breach first = findings.breaches().get(0);
    assertThat(first.reader()).isEqualTo(asked.get(99).headers().get("X-User-Id"));
    assertThat(first.owner()).isEqualTo(asked.get(98).headers().get("X-User-Id"));
    assertThat(first.operation()).isEqualTo("request-99");
  }

  @Test
  void aRefusalIsLookedThroughToo() {
    PhaseResult result =
        drive(1, request -> reply(503, "{\"last\":\"" + log.canaryOf("user-101") + "\"}"));

    assertThat(result.counts().refused()).isEqualTo(1);
    assertThat(log.addTo(Findings.NONE).breaches()).extracting(Breach::owner).contains("user-101");
  }

  /** It is this request's answer, whoever asked meanwhile: counted as late, and looked through. */
  @Test
  void anAnswerThatComesTooLateIsMatchedCountedAndLookedThrough() {
    PhaseResult result =
        drive(
            2,
            request -> {
              if (asked.size() > 1) {
                return later(TIMEOUT.minusMillis(1), answer(request, request));
              }
              return later(TIMEOUT.plusMillis(500), answer(request, strangerTo(request)));
            });

    assertThat(result.counts().timedOut()).isEqualTo(1);
    assertThat(result.counts().completed()).isEqualTo(1);
    assertThat(result.late()).isEqualTo(1);
    assertThat(log.addTo(Findings.NONE).breaches())
        .singleElement()
        .satisfies(
            breach -> {
              assertThat(breach.operation()).isEqualTo("request-0");
              assertThat(breach.reader()).isEqualTo(asked.get(0).headers().get("X-User-Id"));
              assertThat(breach.at()).isEqualTo(TIMEOUT.plusMillis(500));
            });
  }

  private static Future<Reply> answered(Request request, Request tokenOf) {
    return Future.succeededFuture(answer(request, tokenOf));
  }

  private Request strangerTo(Request request) {
    return new Request("POST", request.path(), Map.of("X-User-Token", log.canaryOf("user-101")));
  }

  private static Reply answer(Request request, Request tokenOf) {
    return new Reply(
        200,
        MultiMap.caseInsensitiveMultiMap(),
        Buffer.buffer(
            "{\"requestId\":\"%s\",\"userToken\":\"%s\",\"engine\":1}"
                .formatted(
                    request.headers().get("X-Request-Id"), tokenOf.headers().get("X-User-Token"))));
  }

  private static Future<Reply> reply(int status, String body) {
    return Future.succeededFuture(
        new Reply(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body)));
  }

  private Future<Reply> later(Duration time, Reply reply) {
    Promise<Reply> promise = Promise.promise();
    loops.here(time, () -> promise.complete(reply));
    return promise.future();
  }

  private PhaseResult drive(int requests, Function<Request, Future<Reply>> script) {
    var service =
        new ScriptedService(
            request -> {
              asked.add(request);
              return script.apply(request);
            });
    return DrivenOperation.drive(loops, USERS, requests, new UserRequest(service, log, 0));
  }
}
