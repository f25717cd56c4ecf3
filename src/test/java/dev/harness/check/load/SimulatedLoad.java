package dev.harness.check.load;

import dev.harness.check.operation.LoadTarget;
import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.pace.Arrivals;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.random.Seed;
import dev.harness.run.Driven;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.UserPopulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A check's load, driven by the real driver on loops whose time is moved by hand. */
final class SimulatedLoad {
  private SimulatedLoad() {}

  static Driven drive(Arrivals arrivals, Function<HandDrivenLoops, Operation> target) {
    var loops = new HandDrivenLoops(2);
    var windows = new ArrayList<WindowSnapshot>();
    var result = new AtomicReference<@Nullable PhaseResult>();
    var phase =
        new Phase(
            "load",
            new Open(arrivals, LoadTarget.CONNECTIONS),
            new UserPopulation(100, "run-1", new Seed(1)),
            Resolution.MICROSECONDS,
            Duration.ofSeconds(10),
            target.apply(loops));
    loops.driver().drive(phase, result::set).subscribe().with(windows::add);
    loops.runToEnd();
    return new Driven(Objects.requireNonNull(result.get()), windows);
  }
}
