package dev.harness.check.operation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.random.Seed;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.Canaries;
import dev.harness.user.ContextSystem;
import dev.harness.user.UserLimitExceededException;
import dev.harness.user.UserPopulation;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Work in an engine has been done only where it was done for the user whose engine it is. */
class EngineCycleTest {
  private static final UserPopulation USERS = new UserPopulation(2, "run-1", new Seed(1));
  private static final int CYCLES = 10;

  private final HandDrivenLoops loops = new HandDrivenLoops(1);
  private final IsolationLog isolation = new IsolationLog(new Canaries("run-1"), loops.ticker);
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void isCompleteWhereTheWorkFindsItsOwnUser() {
    PhaseResult result = drive(new Told(user -> user, closed));

    assertThat(result.counts().completed()).isEqualTo(CYCLES);
    assertThat(closed).hasValue(CYCLES);
    assertThat(seen(IsolationLog.PROBES)).isEqualTo(Figure.of(CYCLES, CYCLES));
    assertThat(seen(IsolationLog.BREACHES)).isEqualTo(Figure.of(0, CYCLES));
  }

  @Test
  void isABreachWhereTheWorkFindsAnother() {
    PhaseResult result = drive(new Told(user -> "user-0", closed));

    assertThat(result.total().reasons()).containsEntry("work-for-another-user", CYCLES / 2L);
    assertThat(closed).hasValue(CYCLES);
    assertThat(seen(IsolationLog.BREACHES)).isEqualTo(Figure.of(CYCLES / 2, CYCLES));
  }

  @Test
  void hasFailedWhereTheWorkFindsNobody() {
    PhaseResult result = drive(new Told(user -> "", closed));

    assertThat(result.total().reasons()).containsEntry("work-for-nobody", (long) CYCLES);
    assertThat(isolation.addTo(Findings.NONE).figures()).isEmpty();
  }

  @Test
  void isRefusedAtTheLimitOfTheUser() {
    PhaseResult result =
        drive(
            new Told(
                user -> {
                  throw new UserLimitExceededException(0);
                },
                closed));

    assertThat(result.counts().refused()).isEqualTo(CYCLES);
  }

  private PhaseResult drive(ContextSystem system) {
    return DrivenOperation.drive(loops, USERS, CYCLES, new EngineCycle(system, isolation));
  }

  private Figure seen(Metric metric) {
    return requireNonNull(isolation.addTo(Findings.NONE).figures().get(metric));
  }

  /**
   * A context is its user's id.
   *
   * @param found whom the work finds, by whose engine it is
   */
  private record Told(UnaryOperator<String> found, AtomicInteger closed) implements ContextSystem {
    @Override
    public Object createContext(String userId, String threadId, String runId, String requestId) {
      return userId;
    }

    @Override
    public Uni<Engine> openEngine(Object context) {
      return Uni.createFrom().item(() -> new One(found.apply((String) context), closed));
    }
  }

  private record One(String found, AtomicInteger closed) implements ContextSystem.Engine {
    @Override
    public Uni<String> execute() {
      return Uni.createFrom().item(found);
    }

    @Override
    public Uni<Void> close() {
      return Uni.createFrom().voidItem().invoke(closed::incrementAndGet);
    }
  }
}
