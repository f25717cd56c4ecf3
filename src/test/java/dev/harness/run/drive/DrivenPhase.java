package dev.harness.run.drive;

import dev.harness.measure.Counts;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.LoadProfile;
import dev.harness.random.Seed;
import dev.harness.user.UserPopulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A phase that is driven on hand-driven loops, and all that came of it. */
final class DrivenPhase {
  final List<WindowSnapshot> windows = new ArrayList<>();
  final Driver driver;
  private @Nullable PhaseResult result;
  private @Nullable Throwable failure;
  private boolean completed;

  private DrivenPhase(HandDrivenLoops loops) {
    driver = loops.driver();
  }

  /** Begins it: nothing happens before the loops are driven. */
  static DrivenPhase begin(
      HandDrivenLoops loops, LoadProfile load, Duration timeout, Operation operation) {
    var driven = new DrivenPhase(loops);
    driven
        .driver
        .drive(phase(load, timeout, operation), end -> driven.result = end)
        .subscribe()
        .with(
            driven.windows::add,
            failure -> driven.failure = failure,
            () -> driven.completed = true);
    return driven;
  }

  /** Drives it to its end. */
  static DrivenPhase run(
      HandDrivenLoops loops, LoadProfile load, Duration timeout, Operation operation) {
    DrivenPhase driven = begin(loops, load, timeout, operation);
    loops.runToEnd();
    return driven;
  }

  static Phase phase(LoadProfile load, Duration timeout, Operation operation) {
    return new Phase(
        "test",
        load,
        new UserPopulation(100, "run-1", new Seed(1)),
        Resolution.MICROSECONDS,
        timeout,
        operation);
  }

  boolean ended() {
    return completed;
  }

  PhaseResult result() {
    if (result == null || failure != null) {
      throw new AssertionError("the phase has not ended", failure);
    }
    return result;
  }

  Counts counts() {
    return result().counts();
  }
}
