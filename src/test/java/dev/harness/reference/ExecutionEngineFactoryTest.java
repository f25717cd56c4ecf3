package dev.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.time.ManualTicker;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserLimitExceededException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExecutionEngineFactoryTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 500;

  private final ManualTicker ticker = new ManualTicker();
  private final ExecutionEngineFactory factory =
      new ExecutionEngineFactory(new EngineLimits(2, Duration.ofSeconds(10)), ticker);

  @Test
  void refusesAUsersThirdEngineAndNobodyElses() {
    factory.open(of("a"));
    factory.open(of("a"));

    assertThatExceptionOfType(UserLimitExceededException.class)
        .isThrownBy(() -> factory.open(of("a")))
        .satisfies(e -> assertThat(e.limit()).isEqualTo(2));
    assertThat(factory.open(of("b")).context().userId()).isEqualTo("b");
    assertThat(factory.counts()).isEqualTo(new EngineCounts(3, 1, 0, 0, 3, 2));
  }

  @Test
  void opensExactlyAsManyAsAllowedAmongConcurrentAttempts() throws Exception {
    try (var together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Optional<ExecutionEngine>> attempts =
            together.all(thread -> tryOpen(thread == THREADS - 1 ? "other" : "contended"));

        assertThat(attempts.subList(0, THREADS - 1).stream().filter(Optional::isPresent))
            .as("round %d", round)
            .hasSize(2);
        assertThat(attempts.get(THREADS - 1)).isPresent();
        attempts.forEach(engine -> engine.ifPresent(ExecutionEngine::end));
      }
    }
    assertThat(factory.counts())
        .isEqualTo(new EngineCounts(3L * ROUNDS, (THREADS - 3L) * ROUNDS, 3L * ROUNDS, 0, 0, 0));
  }

  @Test
  void neverHasMoreThanAllowedWhileEnginesComeAndGo() throws Exception {
    try (var together = new Together(THREADS)) {
      var open = new AtomicInteger();
      List<Integer> most = together.all(thread -> openAndEndMany(open));

      assertThat(Collections.max(most)).isLessThanOrEqualTo(2);
    }
    assertThat(factory.counts().open()).isZero();
    assertThat(factory.counts().users()).isZero();
  }

  @Test
  void endsAnEngineOnceWhoeverEndsIt() throws Exception {
    try (var together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        ExecutionEngine engine = factory.open(of("a"));

        assertThat(together.all(thread -> engine.end())).containsOnlyOnce(true);
      }
    }
    assertThat(factory.counts()).isEqualTo(new EngineCounts(ROUNDS, 0, ROUNDS, 0, 0, 0));
  }

  @Test
  void evictsOnlyWhatHasOutlivedItsTime() {
    ExecutionEngine old = factory.open(of("a"));
    ticker.advance(Duration.ofSeconds(10));
    assertThat(factory.evictStale()).isZero();

    factory.open(of("b"));
    ticker.advance(Duration.ofNanos(1));

    assertThat(factory.evictStale()).isEqualTo(1);
    assertThat(old.end()).isFalse();
    assertThat(factory.counts()).isEqualTo(new EngineCounts(2, 0, 0, 1, 1, 1));
  }

  @Test
  void endsEverythingAndRefusesAfterShutdown() {
    ExecutionEngine open = factory.open(of("a"));
    factory.close();

    assertThat(open.end()).isFalse();
    assertThatExceptionOfType(FactoryClosedException.class).isThrownBy(() -> factory.open(of("a")));
    assertThat(factory.counts()).isEqualTo(new EngineCounts(1, 0, 1, 0, 0, 0));
  }

  @Test
  void leavesNothingOpenWhenTheShutdownRacesWithOpening() throws Exception {
    try (var together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        var racing = new ExecutionEngineFactory(EngineLimits.DEFAULT, ticker);
        together.all(thread -> thread == 0 ? close(racing) : openUnlessClosed(racing, thread));

        EngineCounts counts = racing.counts();
        assertThat(counts.open()).isZero();
        assertThat(counts.users()).isZero();
        assertThat(counts.closed()).isEqualTo(counts.created());
      }
    }
  }

  @Test
  void sweepsFourTimesInALifeUntilItIsClosed() {
    var log = new ArrayList<Object>();
    EngineSweep sweep =
        EngineSweep.start(
            factory,
            (period, task) -> {
              log.add(period);
              factory.open(of("a"));
              ticker.advance(Duration.ofSeconds(11));
              task.run();
              return () -> log.add("stopped");
            });
    assertThat(factory.counts().evicted()).isEqualTo(1);

    sweep.close();

    assertThat(log).containsExactly(Duration.ofMillis(2_500), "stopped");
  }

  private Optional<ExecutionEngine> tryOpen(String user) {
    try {
      return Optional.of(factory.open(of(user)));
    } catch (UserLimitExceededException refused) {
      return Optional.empty();
    }
  }

  /** The most engines that the one user had, as this thread saw it. */
  private int openAndEndMany(AtomicInteger open) {
    int most = 0;
    for (int i = 0; i < 5_000; i++) {
      Optional<ExecutionEngine> engine = tryOpen("contended");
      if (engine.isPresent()) {
        most = Math.max(most, open.incrementAndGet());
        open.decrementAndGet();
        engine.get().end();
      }
    }
    return most;
  }

  private static boolean close(ExecutionEngineFactory factory) {
    factory.close();
    return true;
  }

  private static boolean openUnlessClosed(ExecutionEngineFactory factory, int thread) {
    try {
      return Objects.nonNull(factory.open(of("u" + thread)));
    } catch (FactoryClosedException closed) {
      return false;
    }
  }

  private static UserExecutionContext of(String user) {
    return new UserExecutionContext(user, "t-1", "r-1", "q-1");
  }
}
