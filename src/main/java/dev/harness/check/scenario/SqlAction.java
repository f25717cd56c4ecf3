package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.measure.Outcome.Kind;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Sql;
import dev.harness.plan.scenario.Sql.Statement;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabasePool.Connection;
import dev.harness.run.port.DatabasePool.Rows;
import dev.harness.run.port.RefusedStatementException;
import dev.harness.time.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a step on a connection of the pool, and counts what became of it. */
record SqlAction(
    Sql step, DatabasePool pool, IsolationLog isolation, StepTally tally, Ticker ticker)
    implements StepAction {

  @Override
  public Future<Outcome> act(Turn turn) {
    long sentNanos = ticker.nanoTime();
    Promise<Outcome> ended = Promise.promise();
    turn.onAbandon(() -> ended.tryFail("broken off while it waited for a database"));
    pool.acquire()
        .compose(connection -> on(connection, turn.scope(), ended.future()))
        .timeout(step.longest().toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            done -> {
              Outcome outcome = outcome(done);
              if (ended.tryComplete(outcome)) {
                tally.add(outcome, ticker.nanoTime() - sentNanos);
              }
            });
    return ended.future();
  }

  /**
   * Whatever becomes of it, the connection goes back as it came.
   *
   * @param ended once nobody waits for it any more: then nothing more is begun or committed
   */
  private Future<Outcome> on(Connection connection, Scope scope, Future<Outcome> ended) {
    return (step.transaction()
            ? transaction(connection, scope, ended)
            : from(0, connection, scope, ended))
        .eventually(connection::release);
  }

  private Future<Outcome> transaction(Connection connection, Scope scope, Future<Outcome> ended) {
    return connection
        .begin()
        .compose(begun -> from(0, connection, scope, ended))
        .transform(
            done ->
                done.succeeded() && done.result().kind() == Kind.COMPLETED && !ended.isComplete()
                    ? connection.commit().map(done.result())
                    : connection.rollback().transform(back -> as(done)));
  }

  private static Future<Outcome> as(AsyncResult<Outcome> done) {
    return done.succeeded()
        ? Future.succeededFuture(done.result())
        : Future.failedFuture(done.cause());
  }

  private Future<Outcome> from(
      int index, Connection connection, Scope scope, Future<Outcome> ended) {
    if (ended.isComplete()) {
      return Future.failedFuture("nobody waits for it any more");
    }
    Statement statement = step.statements().get(index);
    List<@Nullable Object> parameters = new ArrayList<>();
    statement.parameters().forEach(parameter -> parameters.add(parameter.in(scope)));
    Future<Outcome> done =
        connection.rows(statement.text(), parameters).map(rows -> examined(statement, rows, scope));
    return index + 1 == step.statements().size()
        ? done
        : done.compose(
            outcome ->
                outcome.kind() == Kind.COMPLETED
                    ? from(index + 1, connection, scope, ended)
                    : Future.succeededFuture(outcome));
  }

  private Outcome examined(Statement statement, Rows given, Scope scope) {
    var rows = new RowsAnswer(given);
    if (!Examination.clean(isolation, step, scope, "rows", rows.text())) {
      return Outcome.failed(step.failure("foreign-canary"));
    }
    if (!given.whole()) {
      return Outcome.failed(step.failure("too-many-rows"));
    }
    Optional<String> unmet =
        statement.expectations().stream()
            .flatMap(expectation -> expectation.unmet(rows, scope).stream())
            .findFirst();
    return unmet
        .or(() -> Examination.notCaptured(statement.captures(), rows, scope))
        .map(failure -> Outcome.failed(step.failure(failure)))
        .orElse(Outcome.COMPLETED);
  }

  private Outcome outcome(AsyncResult<Outcome> done) {
    if (done.succeeded()) {
      return done.result();
    }
    String as =
        done.cause() instanceof RefusedStatementException no
            ? "sql-" + no.sqlState()
            : FailureClass.of(done.cause());
    return Outcome.failed(step.failure(as));
  }
}
