package dev.harness.check.operation;

import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * What a user may do with the sessions of the reference service, and what nobody may. Operation by
 * operation in turn: the user's own session written, and read most often, under a key that all
 * users have, for what is read as somebody else shows whose it is there alone; another user's key,
 * which must be like one that nobody has, to read and to delete; and the other user's key for
 * somebody who does not say who they are.
 */
public record UserSession(HttpTarget target, IsolationLog isolation, UserPopulation users)
    implements Operation {
  private static final int OPERATIONS = 7;
  private static final String KEY_OF_ALL = "profile";
  private static final String KEY_OF_NOBODY = "private-of-nobody";
  private static final Map<String, String> ANONYMOUS = Map.of();

  /** Writes what the other operations look for: once for each user, before any of them. */
  public Future<Outcome> prepare(Attempt attempt) {
    UserExecutionContext user = attempt.context();
    return put(user, keyOf(user.userId()), attempt)
        .compose(
            mine ->
                mine.equals(Outcome.COMPLETED)
                    ? put(user, KEY_OF_ALL, attempt)
                    : Future.succeededFuture(mine));
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    UserExecutionContext user = attempt.context();
    return switch ((int) (attempt.index() % OPERATIONS)) {
      case 0 -> put(user, KEY_OF_ALL, attempt).compose(put -> getOwn(user, KEY_OF_ALL, attempt));
      case 1, 2, 3 -> getOwn(user, KEY_OF_ALL, attempt);
      case 4 -> another(user, "GET", attempt);
      case 5 -> another(user, "DELETE", attempt);
      default -> anonymous(attempt);
    };
  }

  /** One transaction: what the user has already is written again, or read, by turns. */
  public Future<Outcome> own(Attempt attempt) {
    UserExecutionContext user = attempt.context();
    String key = keyOf(user.userId());
    return attempt.index() % 2 == 0 ? put(user, key, attempt) : getOwn(user, key, attempt);
  }

  private Future<Outcome> put(UserExecutionContext user, String key, Attempt attempt) {
    var request =
        new Request(
            "PUT", path(key), headers(user), Buffer.buffer(isolation.canaryOf(user.userId())));
    return target
        .send(request, attempt)
        .map(reply -> reply.status() == 204 ? Outcome.COMPLETED : failed(reply));
  }

  private Future<Outcome> getOwn(UserExecutionContext user, String key, Attempt attempt) {
    return target
        .send(new Request("GET", path(key), headers(user)), attempt)
        .map(
            reply -> {
              boolean own = isolation.own(user, "answer to GET /sessions", text(reply));
              return reply.status() == 200 && own ? Outcome.COMPLETED : failed(reply);
            });
  }

  private Future<Outcome> another(UserExecutionContext user, String method, Attempt attempt) {
    String owner = users.otherThan(user, attempt.index());
    var absent = new Request(method, path(KEY_OF_NOBODY), headers(user));
    var theirs = new Request(method, path(keyOf(owner)), headers(user));
    return target
        .send(absent, attempt)
        .compose(
            expected ->
                expected.status() == 404
                    ? target
                        .send(theirs, attempt)
                        .map(reply -> told(user, owner, method, text(reply), text(expected)))
                    : Future.succeededFuture(failed(expected)));
  }

  private Outcome told(
      UserExecutionContext user, String owner, String method, String answer, String absent) {
    String where = "answer to " + method + " /sessions for another's key";
    return isolation.asIfAbsent(user, owner, where, answer, absent)
        ? Outcome.COMPLETED
        : Outcome.failed("told-of-another-user");
  }

  private Future<Outcome> anonymous(Attempt attempt) {
    String owner = users.otherThan(attempt.context(), attempt.index());
    return target
        .send(new Request("GET", path(keyOf(owner)), ANONYMOUS), attempt)
        .map(
            reply -> {
              boolean nothing =
                  isolation.nobodys(
                      attempt.context().requestId(),
                      "answer to GET /sessions without a user",
                      text(reply));
              return nothing && reply.status() == 400 ? Outcome.COMPLETED : failed(reply);
            });
  }

  private static String keyOf(String user) {
    return "private-of-" + user;
  }

  private static String path(String key) {
    return "/sessions/" + key;
  }

  private static String text(Reply reply) {
    return reply.status() + " " + reply.body();
  }

  private static Outcome failed(Reply reply) {
    return Outcome.failed("status-" + reply.status());
  }

  private static Map<String, String> headers(UserExecutionContext context) {
    return Map.of(
        "X-User-Id", context.userId(),
        "X-Thread-Id", context.threadId(),
        "X-Run-Id", context.runId(),
        "X-Request-Id", context.requestId());
  }
}
