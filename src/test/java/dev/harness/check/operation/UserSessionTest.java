package dev.harness.check.operation;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Session stores that keep users apart, and some that do not. */
class UserSessionTest {
  private static final UserPopulation USERS = new UserPopulation(20, "run-1", new Seed(3));
  private static final int OPERATIONS = 1_400;

  private final HandDrivenLoops loops = new HandDrivenLoops(1);
  private final IsolationLog log = new IsolationLog(new Canaries("run-1"), loops.ticker);
  private final Map<String, String> kept = new HashMap<>();

  @Test
  void aStoreThatKeepsUsersApartShowsNoBreach() {
    PhaseResult result = drive(request -> answer(request, user(request)));

    assertThat(result.counts().completed()).isEqualTo(OPERATIONS);
    assertThat(log.addTo(Findings.NONE).figures())
        .containsEntry(IsolationLog.BREACHES, Figure.of(0, OPERATIONS))
        .containsEntry(IsolationLog.PROBES, Figure.of(OPERATIONS, OPERATIONS));
  }

  @Test
  void aStoreWithoutTheUserInItsKeyIsFound() {
    drive(request -> answer(request, user(request).map(user -> "anybody")));

    assertThat(breaches()).isPositive();
    assertThat(log.addTo(Findings.NONE).breaches())
        .extracting(Breach::where)
        .contains(
            "answer to GET /sessions for another's key",
            "answer to DELETE /sessions for another's key");
  }

  @Test
  void aStoreThatTellsThatAnothersKeyExistsIsFound() {
    drive(request -> othersKey(request) ? reply(403, "not yours") : answer(request, user(request)));

    assertThat(breaches()).isEqualTo(OPERATIONS * 2 / 7);
  }

  @Test
  void aStoreThatAnswersWhoeverDoesNotSayWhoTheyAreIsFound() {
    drive(request -> answer(request, user(request).or(() -> Optional.of(ownerOf(request.path())))));

    assertThat(breaches()).isEqualTo(OPERATIONS / 7);
    assertThat(log.addTo(Findings.NONE).breaches())
        .extracting(Breach::reader)
        .containsOnly(Breach.NOBODY);
  }

  @Test
  void anOwnOperationIsOneRequestForWhatIsTheUsers() {
    var asked = new ArrayList<String>();
    var service =
        new ScriptedService(
            request -> {
              asked.add(
                  request.method() + " " + request.path() + " " + user(request).orElseThrow());
              return Future.succeededFuture(answer(request, user(request)));
            });
    var sessions = new UserSession(service, log, USERS);
    DrivenOperation.drive(loops, USERS, USERS.size(), sessions::prepare);
    asked.clear();

    PhaseResult result = DrivenOperation.drive(loops, USERS, OPERATIONS, sessions::own);

    assertThat(asked)
        .hasSize(OPERATIONS)
        .allMatch(it -> it.matches("(PUT|GET) /sessions/private-of-(user-\\S+) \\2"));
    assertThat(result.counts().completed()).isEqualTo(OPERATIONS);
  }

  private double breaches() {
    return log.addTo(Findings.NONE).figures().get(IsolationLog.BREACHES)
            instanceof Figure.Measured measured
        ? measured.value()
        : Double.NaN;
  }

  private PhaseResult drive(Function<Request, Reply> store) {
    var service = new ScriptedService(request -> Future.succeededFuture(store.apply(request)));
    var sessions = new UserSession(service, log, USERS);
    DrivenOperation.drive(loops, USERS, USERS.size(), sessions::prepare);
    return DrivenOperation.drive(loops, USERS, OPERATIONS, sessions);
  }

  private Reply answer(Request request, Optional<String> user) {
    if (user.isEmpty()) {
      return reply(400, "who?");
    }
    String key = user.get() + request.path();
    return switch (request.method()) {
      case "PUT" -> {
        kept.put(key, request.body().toString());
        yield reply(204, "");
      }
      case "GET" -> found(kept.get(key), 200);
      default -> found(kept.remove(key), 204);
    };
  }

  private static Reply found(@Nullable String value, int status) {
    return value == null ? reply(404, "none") : reply(status, value);
  }

  private static Optional<String> user(Request request) {
    return Optional.ofNullable(request.headers().get("X-User-Id"));
  }

  private static boolean othersKey(Request request) {
    return request.path().contains("private-of-user")
        && user(request).filter(user -> !user.equals(ownerOf(request.path()))).isPresent();
  }

  private static String ownerOf(String path) {
    return path.substring(path.lastIndexOf("user-"));
  }

  private static Reply reply(int status, String body) {
    return new Reply(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(body));
  }
}
