package dev.harness.check.scenario;

import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.Scope;
import dev.harness.random.Seed;
import dev.harness.run.IsolationLog;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * One pass through each scenario of a plan for one user, without load and without measuring: it
 * tells what is sent, and whether what comes back is as the plan expects. Pauses are not made.
 * Secrets, and what a feeder has of the user, are told as the plan writes them.
 */
public final class DryRun {
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
      boolean all = new DryPass(teller, loop, turn, staging).through(scenario.steps());
      loop.runOnContext(end -> turn.end());
      return all;
    }
  }
}
