package dev.harness.check.operation;

import dev.harness.measure.Outcome;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.Future;
import java.util.Map;

/**
 * A request that the reference service runs in its user's scope. It has completed only if what
 * comes back is this request's own answer. Whatever comes back is looked through, be it a refusal,
 * or an answer that nobody waits for any more.
 *
 * @param workMillis simulated work, without holding a thread
 * @param heldKilobytes of memory that the service holds meanwhile
 */
public record UserRequest(
    HttpTarget target, IsolationLog isolation, int workMillis, int heldKilobytes)
    implements Operation {

  /** One that holds no memory. */
  public UserRequest(HttpTarget target, IsolationLog isolation, int workMillis) {
    this(target, isolation, workMillis, 0);
  }

  @Override
  public Future<Outcome> fire(Attempt attempt) {
    UserExecutionContext context = attempt.context();
    return target.send(request(context), attempt).map(reply -> outcome(reply, context));
  }

  private Request request(UserExecutionContext context) {
    return new Request(
        "POST",
        "/requests?work-ms=" + workMillis + "&hold-kb=" + heldKilobytes,
        Map.of(
            "X-User-Id", context.userId(),
            "X-Thread-Id", context.threadId(),
            "X-Run-Id", context.runId(),
            "X-Request-Id", context.requestId(),
            "X-User-Token", isolation.canaryOf(context.userId())));
  }

  private Outcome outcome(Reply reply, UserExecutionContext context) {
    String body = reply.body().toString();
    boolean own = isolation.own(context, "answer to POST /requests", body);
    if (reply.status() == 429 || reply.status() == 503) {
      return Outcome.refused("status-" + reply.status());
    }
    if (reply.status() != 200) {
      return Outcome.failed("status-" + reply.status());
    }
    return own && body.contains('"' + context.requestId() + '"')
        ? Outcome.COMPLETED
        : Outcome.failed("answer-of-another-request");
  }
}
