package dev.harness.control;

import dev.harness.config.ThresholdsFile;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.random.Seed;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.Interruption;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunId;
import dev.harness.run.RunPlan;
import dev.harness.run.Runner;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries checks through at their smallest scale, one at a time, by the same runner, driver and
 * evaluator as {@code harness run}. Nothing is written down. Belongs to one thread.
 */
public final class Rehearsal {
  private final Driver driver;
  private final Interruption interruption;
  private final Ticker ticker;
  private final Consumer<RunEvent> view;

  /**
   * @param view sees how it goes; may miss some of it
   */
  public Rehearsal(
      Driver driver, Interruption interruption, Ticker ticker, Consumer<RunEvent> view) {
    this.driver = driver;
    this.interruption = interruption;
    this.ticker = ticker;
    this.view = view;
  }

  /** One check; empty where the end was asked for before it had ended. */
  public Optional<CheckResult> run(Targets targets, Check check, Ruleset ruleset) {
    String runId = RunId.random();
    var plan =
        new RunPlan(runId, new Seed(0).of(runId), Profile.QUICK, List.of(check), true, ruleset);
    try (RunEvents events = RunEvents.onOwnThreads(ticker)) {
      events.show(view);
      return new Runner(targets, driver, events, interruption, ticker)
          .run(plan, List.of(check)).results().stream()
              .findFirst()
              .filter(result -> interruption.asked() == null);
    }
  }

  /**
   * One control; empty where the end was asked for before it had ended. Its check is judged by the
   * limits that the harness comes with: a user's say nothing of a detector.
   */
  public Optional<ControlResult> run(Targets targets, Control control) {
    try (Targets changed = control.world().apply(targets)) {
      return run(changed, control.check(), ThresholdsFile.shipped())
          .map(
              result ->
                  new ControlResult(
                      control, control.expected().missedBy(result), result.seconds()));
    }
  }
}
