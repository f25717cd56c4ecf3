package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.Branch;
import dev.harness.plan.scenario.Group;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Loop;
import dev.harness.plan.scenario.Named;
import dev.harness.plan.scenario.Request;
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
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.time.DurationText;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What each step does in the one pass of a dry run; whether the next one follows. A loop is gone
 * through once.
 */
final class DryPass implements Step.Kinds<Boolean> {
  /** A step that ends itself says more than one that is not waited for. */
  private static final Duration AFTER_ITS_END = Duration.ofSeconds(1);

  private final DryRun.Teller teller;
  private final Context loop;
  private final IsolationLog isolation;
  private final OpenServices services;
  private final Turn turn;
  private final Scope scope;
  private final Step.Kinds<StepAction> actions;

  /** How far a step belongs to those above it. */
  private int depth = 1;

  /**
   * @param loop on which steps are carried out
   */
  DryPass(DryRun.Teller teller, Context loop, Turn turn, Staging staging) {
    this.teller = teller;
    this.loop = loop;
    this.isolation = staging.isolation();
    this.services = staging.services();
    this.turn = turn;
    this.scope = turn.scope();
    this.actions = staging.actions(new StepTallies(staging.scenario()));
  }

  /** Goes through them, up to the first that does not end as it should. */
  boolean through(List<Step> steps) {
    return steps.stream().allMatch(step -> step.as(this));
  }

  @Override
  public Boolean pause(Step.Pause pause) {
    tell("pause " + DurationText.of(pause.time()));
    return true;
  }

  @Override
  public Boolean request(Request request) {
    HttpService service = request.service();
    tell(request, request.method() + " " + url(service, request.path()));
    tell(request.headers());
    request.body().ifPresent(body -> tellMore(body.shown(scope)));
    return Sendable.of(request, scope)
        .map(
            sent ->
                had(
                    services.of(service).send(sent),
                    request.longest(),
                    reply -> examined(request, reply)))
        .orElseGet(() -> broken("a variable makes something of it that HTTP does not have"));
  }

  private Outcome examined(Request request, Reply reply) {
    Outcome outcome = new Examination(request, isolation).of(new HttpAnswer(reply), scope);
    String came = "status %d, %,d bytes".formatted(reply.status(), reply.body().length());
    tell("→ %s: %s".formatted(came, words(outcome)));
    return outcome;
  }

  @Override
  public Boolean connect(Connect connect) {
    tell(connect, "connect " + url(connect.service(), connect.path()));
    tell(connect.headers());
    return carriedOut(connect);
  }

  @Override
  public Boolean send(Send send) {
    tell(send, "send " + send.text().shown(scope));
    return carriedOut(send);
  }

  @Override
  public Boolean await(Await await) {
    tell(await, "await, within " + DurationText.of(await.within()));
    return carriedOut(await);
  }

  @Override
  public Boolean stay(Stay stay) {
    tell(stay, "stay " + DurationText.of(stay.time()));
    return carriedOut(stay);
  }

  @Override
  public Boolean close(Close close) {
    tell(close, "close " + close.code());
    return carriedOut(close);
  }

  @Override
  public Boolean sql(Sql sql) {
    tell(sql, sql.transaction() ? "transaction" : "statement");
    sql.statements().forEach(statement -> tellMore(statement.text()));
    return carriedOut(sql);
  }

  @Override
  public Boolean group(Group group) {
    tell(group, "group");
    return within(group.steps());
  }

  @Override
  public Boolean loop(Loop over) {
    tell("loop %s".formatted(over.items().words()));
    Optional<List<String>> items = over.items().in(scope, JsonText::items);
    if (items.isEmpty()) {
      tell("→ " + LoopAction.NO_ARRAY);
      return false;
    }
    if (items.get().isEmpty()) {
      tell("→ there is nothing in it");
      return true;
    }
    scope.capture(over.item(), items.get().get(0));
    return within(over.steps());
  }

  @Override
  public Boolean branch(Branch branch) {
    boolean holds = branch.condition().holds(scope);
    tell("if %s: %s".formatted(branch.condition().words(), holds ? "yes" : "no"));
    return within(branch.taken(scope));
  }

  private boolean within(List<Step> steps) {
    depth++;
    boolean all = through(steps);
    depth--;
    return all;
  }

  private void tell(String words) {
    teller.tell(depth, words);
  }

  private void tellMore(String words) {
    teller.tell(depth + 1, words);
  }

  private void tell(Named step, String words) {
    tell(step.name() + ": " + words);
  }

  private void tell(Map<String, Template> headers) {
    new TreeMap<>(headers).forEach((name, value) -> tellMore(name + ": " + value.shown(scope)));
  }

  private String url(Service service, Template path) {
    return service.written().replaceFirst("/$", "") + path.shown(scope);
  }

  /** As an iteration does it. */
  private boolean carriedOut(Named step) {
    Promise<Outcome> ended = Promise.promise();
    StepAction action = step.as(actions);
    loop.runOnContext(begin -> action.act(turn).onComplete(ended));
    return had(
        ended.future(),
        step.longest().plus(AFTER_ITS_END),
        outcome -> {
          tell("→ " + words(outcome));
          return outcome;
        });
  }

  private <T> boolean had(Future<T> future, Duration within, Function<T, Outcome> outcome) {
    try {
      T had =
          future
              .toCompletionStage()
              .toCompletableFuture()
              .get(within.toMillis(), TimeUnit.MILLISECONDS);
      return outcome.apply(had).kind() == Outcome.Kind.COMPLETED;
    } catch (ExecutionException e) {
      return broken(FailureClass.of(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException e) {
      return broken("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken("interrupted");
    }
  }

  private boolean broken(String why) {
    tell("→ no answer: " + why);
    return false;
  }

  private static String words(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.COMPLETED ? "as expected" : outcome.reason();
  }
}
