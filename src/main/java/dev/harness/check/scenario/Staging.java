package dev.harness.check.scenario;

import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.Step;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Operation;
import dev.harness.time.Ticker;
import java.util.List;

/** What the steps of a scenario need to be carried out. */
record Staging(
    Scenario scenario, Cast cast, OpenServices services, IsolationLog isolation, Ticker ticker) {

  /** An iteration that is counted there. */
  Operation iteration(StepTallies tallies) {
    List<StepAction> actions =
        scenario.steps().stream().map(step -> step.as(actions(tallies))).toList();
    return new Iteration(actions, cast);
  }

  private Step.Kinds<StepAction> actions(StepTallies tallies) {
    return new Step.Kinds<>() {
      @Override
      public StepAction request(Request request) {
        return new RequestAction(
            request,
            services.of(request.service()),
            new Examination(request, isolation),
            tallies.of(request),
            ticker);
      }

      @Override
      public StepAction pause(Step.Pause pause) {
        return new PauseAction(pause.time());
      }
    };
  }
}
