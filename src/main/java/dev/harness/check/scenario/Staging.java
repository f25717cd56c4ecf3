package dev.harness.check.scenario;

import dev.harness.plan.scenario.Branch;
import dev.harness.plan.scenario.Group;
import dev.harness.plan.scenario.Loop;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.Sql;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.StreamStep;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Operation;
import dev.harness.time.Ticker;
import java.util.List;

/** What the steps of a scenario need to be carried out. */
record Staging(
    Scenario scenario, Cast cast, OpenServices services, IsolationLog isolation, Ticker ticker) {

  /** An iteration that is counted there. */
  Operation iteration(StepTallies tallies) {
    Step.Kinds<StepAction> kinds = actions(tallies);
    return new Iteration(each(scenario.steps(), kinds), cast);
  }

  private static List<StepAction> each(List<Step> steps, Step.Kinds<StepAction> kinds) {
    return steps.stream().map(step -> step.as(kinds)).toList();
  }

  /** What each step does, counted there. */
  Step.Kinds<StepAction> actions(StepTallies tallies) {
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

      @Override
      public StepAction connect(StreamStep.Connect connect) {
        return new ConnectAction(
            connect, services.of(connect.service()), isolation, tallies.of(connect), ticker);
      }

      @Override
      public StepAction send(StreamStep.Send send) {
        return new SendAction(send);
      }

      @Override
      public StepAction await(StreamStep.Await await) {
        return new AwaitAction(await, tallies.of(await));
      }

      @Override
      public StepAction stay(StreamStep.Stay stay) {
        return new StayAction(stay);
      }

      @Override
      public StepAction close(StreamStep.Close close) {
        return new CloseAction(close);
      }

      @Override
      public StepAction sql(Sql sql) {
        return new SqlAction(sql, services.of(sql.service()), isolation, tallies.of(sql), ticker);
      }

      @Override
      public StepAction group(Group group) {
        return new GroupAction(each(group.steps(), this), tallies.of(group), ticker);
      }

      @Override
      public StepAction loop(Loop loop) {
        return new LoopAction(loop, each(loop.steps(), this));
      }

      @Override
      public StepAction branch(Branch branch) {
        return new BranchAction(
            branch.condition(), each(branch.then(), this), each(branch.otherwise(), this));
      }
    };
  }
}
