package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Step;
import dev.harness.random.Seed;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.Targets;
import dev.harness.time.DurationText;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One pass through each scenario of a plan for one user, without load and without measuring: it
 * tells what is sent, and whether what comes back is as the plan expects. Pauses are not made.
 * Secrets, and what a feeder has of the user, are told as the plan writes them.
 */
public final class DryRun {
  private final Plan plan;
  private final Targets targets;
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

  public DryRun(Plan plan, String runId, Targets targets, Ticker ticker, Teller teller) {
    this.plan = plan;
    this.targets = targets;
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
    try (var services = new OpenServices(scenario.services(), targets)) {
      for (Step step : scenario.steps()) {
        if (!step.as(new Pass(services, scope))) {
          return false;
        }
      }
    }
    return true;
  }

  /** What a step does in the one pass; whether the next one follows. */
  private final class Pass implements Step.Kinds<Boolean> {
    private final OpenServices services;
    private final Scope scope;

    Pass(OpenServices services, Scope scope) {
      this.services = services;
      this.scope = scope;
    }

    @Override
    public Boolean pause(Step.Pause pause) {
      teller.tell(1, "pause " + DurationText.of(pause.time()));
      return true;
    }

    @Override
    public Boolean request(Request request) {
      HttpService service = request.service();
      teller.tell(
          1,
          "%s: %s %s%s"
              .formatted(
                  request.name(),
                  request.method(),
                  service.written().replaceFirst("/$", ""),
                  request.path().shown(scope)));
      new TreeMap<>(request.headers())
          .forEach((name, value) -> teller.tell(2, name + ": " + value.shown(scope)));
      request.body().ifPresent(body -> teller.tell(2, body.shown(scope)));
      return Sendable.of(request, scope)
          .map(sent -> outcome(request, services.of(service), sent))
          .orElseGet(() -> broken("a variable makes something of it that HTTP does not have"))
          .kind()
          .equals(Outcome.Kind.COMPLETED);
    }

    private Outcome outcome(Request request, HttpTarget target, HttpTarget.Request sent) {
      var examination = new Examination(request, isolation);
      try {
        Reply reply =
            target
                .send(sent)
                .toCompletionStage()
                .toCompletableFuture()
                .get(request.longest().toMillis(), TimeUnit.MILLISECONDS);
        Outcome outcome = examination.of(new HttpAnswer(reply), scope);
        String came = "status %d, %,d bytes".formatted(reply.status(), reply.body().length());
        teller.tell(1, "→ %s: %s".formatted(came, words(outcome)));
        return outcome;
      } catch (ExecutionException e) {
        return broken(FailureClass.of(e.getCause() == null ? e : e.getCause()));
      } catch (TimeoutException e) {
        return broken("no answer in time");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return broken("interrupted");
      }
    }

    private Outcome broken(String why) {
      teller.tell(1, "→ no answer: " + why);
      return Outcome.failed(why);
    }

    private static String words(Outcome outcome) {
      return outcome.kind() == Outcome.Kind.COMPLETED ? "as expected" : outcome.reason();
    }
  }
}
