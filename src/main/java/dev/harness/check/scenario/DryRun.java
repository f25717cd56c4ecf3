package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Named;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
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
import dev.harness.random.Seed;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.Targets;
import dev.harness.time.DurationText;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One pass through each scenario of a plan for one user, without load and without measuring: it
 * tells what is sent, and whether what comes back is as the plan expects. Pauses are not made.
 * Secrets, and what a feeder has of the user, are told as the plan writes them.
 */
public final class DryRun {
  /** A step that ends itself says more than one that is not waited for. */
  private static final Duration AFTER_ITS_END = Duration.ofSeconds(1);

  private final Plan plan;
  private final Targets targets;
  private final Context loop;
  private final Ticker ticker;
  private final Teller teller;
  private final Cast cast;
  private final IsolationLog isolation;

  /** Who is told, line by line. */
  @FunctionalInterface
  public interface Teller {
    /**
     * Tells a line.
     *
     * @param depth how far it belongs to those above, from 0
     * @param text which may come from outside
     */
    void tell(int depth, String text);
  }

  /**
   * @param vertx on whose event loops it goes through the steps
   */
  public DryRun(
      Plan plan, String runId, Targets targets, Vertx vertx, Ticker ticker, Teller teller) {
    this.plan = plan;
    this.targets = targets;
    this.loop = vertx.getOrCreateContext();
    this.ticker = ticker;
    this.teller = teller;
    var population = new UserPopulation(plan.users().size(), runId, new Seed(0));
    this.isolation = new IsolationLog(new Canaries(runId), ticker);
    this.cast = new Cast(plan.users(), population, isolation);
  }

  /** Goes through all scenarios. Blocks; whether everything was as expected. */
  public boolean run() {
    boolean all = true;
    long index = 0;
    for (Scenario scenario : plan.scenarios()) {
      all &= run(scenario, cast.scope(index++));
    }
    return all;
  }

  private boolean run(Scenario scenario, Scope scope) {
    teller.tell(0, "%s, as %s".formatted(scenario.name(), scope.context().userId()));
    var turn = new Turn(scope);
    try (var services = new OpenServices(scenario.services(), targets)) {
      var staging = new Staging(scenario, cast, services, isolation, ticker);
      var pass = new Pass(services, turn, staging.actions(new StepTallies(scenario)));
      boolean all = scenario.steps().stream().allMatch(step -> step.as(pass));
      loop.runOnContext(end -> turn.end());
      return all;
    }
  }

  /** What a step does in the one pass; whether the next one follows. */
  private final class Pass implements Step.Kinds<Boolean> {
    private final OpenServices services;
    private final Turn turn;
    private final Scope scope;
    private final Step.Kinds<StepAction> actions;

    Pass(OpenServices services, Turn turn, Step.Kinds<StepAction> actions) {
      this.services = services;
      this.turn = turn;
      this.scope = turn.scope();
      this.actions = actions;
    }

    @Override
    public Boolean pause(Step.Pause pause) {
      teller.tell(1, "pause " + DurationText.of(pause.time()));
      return true;
    }

    @Override
    public Boolean request(Request request) {
      HttpService service = request.service();
      tell(request, request.method() + " " + url(service, request.path()));
      tell(request.headers());
      request.body().ifPresent(body -> teller.tell(2, body.shown(scope)));
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
      teller.tell(1, "→ %s: %s".formatted(came, words(outcome)));
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
      sql.statements().forEach(statement -> teller.tell(2, statement.text()));
      return carriedOut(sql);
    }

    private void tell(Named step, String words) {
      teller.tell(1, step.name() + ": " + words);
    }

    private void tell(Map<String, Template> headers) {
      new TreeMap<>(headers)
          .forEach((name, value) -> teller.tell(2, name + ": " + value.shown(scope)));
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
            teller.tell(1, "→ " + words(outcome));
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
      teller.tell(1, "→ no answer: " + why);
      return false;
    }

    private static String words(Outcome outcome) {
      return outcome.kind() == Outcome.Kind.COMPLETED ? "as expected" : outcome.reason();
    }
  }
}
