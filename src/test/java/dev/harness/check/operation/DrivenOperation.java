package dev.harness.check.operation;

import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.UserPopulation;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An operation done again and again by one slot, on a loop whose time is moved by hand. */
final class DrivenOperation {
  static final Duration TIMEOUT = Duration.ofSeconds(1);

  private DrivenOperation() {}

  static PhaseResult drive(
      HandDrivenLoops loops, UserPopulation users, int count, Operation operation) {
    var phase =
        new Phase(
            "operations", Closed.of(1, count), users, Resolution.MICROSECONDS, TIMEOUT, operation);
    var result = new AtomicReference<@Nullable PhaseResult>();
    loops.driver().drive(phase, result::set).subscribe().with(window -> {});
    loops.runToEnd();
    return Objects.requireNonNull(result.get());
  }
}
