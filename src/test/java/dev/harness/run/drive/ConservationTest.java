package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Outcome;
import dev.harness.measure.WindowSnapshot;
import dev.harness.pace.Burst;
import dev.harness.pace.Constant;
import dev.harness.pace.Poisson;
import dev.harness.pace.Ramp;
import dev.harness.pace.Stages;
import dev.harness.pace.ThinkTime;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.random.Seed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Due = the sum of all outcomes, whatever happens. */
class ConservationTest {

  @Property(tries = 300)
  void whatWasDueHasExactlyOneOutcome(
      @ForAll @IntRange(min = 1, max = 3) int lanes,
      @ForAll @IntRange(min = 1, max = 20) int slots,
      @ForAll @IntRange(min = 1, max = 3_000) int timeoutMillis,
      @ForAll @IntRange(min = 0, max = 7) int kindOfLoad,
      @ForAll @IntRange(min = 0, max = 4_000) int stopAfterMillis,
      @ForAll long seed) {
    var loops = new HandDrivenLoops(lanes);
    var random = new Random(seed);
    LoadProfile load = load(kindOfLoad, slots, random);
    DrivenPhase driven =
        DrivenPhase.begin(
            loops, load, Duration.ofMillis(timeoutMillis), new Erratic(loops, random));

    if (stopAfterMillis < 2_000) {
      loops.runFor(Duration.ofMillis(stopAfterMillis));
      driven.driver.stop(Duration.ofMillis(random.nextInt(500)));
    }
    loops.runToEnd();

    assertThat(driven.counts().conserved()).as("%s", driven.counts()).isTrue();
    assertThat(driven.windows).allSatisfy(w -> assertThat(w.counts().conserved()).isTrue());
    assertThat(driven.windows)
        .extracting(WindowSnapshot::index)
        .containsExactlyElementsOf(LongStream.range(0, driven.windows.size()).boxed().toList());
    assertThat(
            driven.windows.stream().map(WindowSnapshot::counts).reduce(Counts.ZERO, Counts::plus))
        .isEqualTo(driven.counts());
    if (stopAfterMillis >= 2_000) {
      assertThat(driven.counts().unfinished()).isZero();
      Distribution lag = driven.result().total().lag();
      assertThat(lag.count() + lag.overflow())
          .as("one lag for each operation of an open load")
          .isEqualTo(load instanceof Open ? driven.counts().due() : 0);
      long intended = load instanceof Open open ? open.arrivals().count() : ((Closed) load).most();
      assertThat(driven.counts().due())
          .matches(due -> due == intended || (intended == Long.MAX_VALUE && due > 0));
    }
  }

  private static LoadProfile load(int kind, int slots, Random random) {
    return switch (kind) {
      case 0 -> new Open(new Burst(1 + random.nextInt(300)), slots);
      case 1 ->
          new Open(
              new Constant(1 + random.nextInt(200), Duration.ofMillis(100 + random.nextInt(3_000))),
              slots);
      case 2 -> Closed.of(slots, 1 + random.nextInt(300));
      case 3 -> Closed.lasting(slots, Duration.ofMillis(1 + random.nextInt(1_500)));
      case 4 -> Closed.of(slots, 1 + random.nextInt(300)).thinking(pauses(random));
      case 5 ->
          Closed.lasting(slots, Duration.ofMillis(1 + random.nextInt(1_500)))
              .thinking(pauses(random));
      case 6 ->
          new Open(
              new Poisson(
                  1 + random.nextInt(200),
                  Duration.ofMillis(100 + random.nextInt(3_000)),
                  new Seed(random.nextLong())),
              slots);
      default ->
          new Open(
              Stages.of(
                  new Ramp(random.nextInt(50), 100, Duration.ofMillis(1 + random.nextInt(1_500))),
                  new Burst(1 + random.nextInt(100)),
                  new Constant(50, Duration.ofMillis(1 + random.nextInt(1_500)))),
              slots);
    };
  }

  private static ThinkTime pauses(Random random) {
    return new ThinkTime.Exponential(
        Duration.ofMillis(random.nextInt(200)), new Seed(random.nextLong()));
  }

  /** At once, later, never, well or badly, here or elsewhere; and it may keep its loop busy. */
  private record Erratic(HandDrivenLoops loops, Random random) implements Operation {
    @Override
    public Future<Outcome> fire(Attempt attempt) {
      loops.stall(Duration.ofNanos(100_000 + random.nextInt(400_000)));
      if (random.nextInt(200) == 0) {
        loops.stall(Duration.ofMillis(random.nextInt(2_500)));
      }
      Promise<Outcome> answer = Promise.promise();
      Duration delay = Duration.ofMillis(random.nextInt(random.nextInt(10) == 0 ? 4_000 : 50));
      attempt.onAbandon(() -> answer.tryFail("broken off"));
      switch (random.nextInt(6)) {
        case 0 -> {
          return Future.succeededFuture(Outcome.COMPLETED);
        }
        case 1 -> throw new IllegalArgumentException("thrown");
        case 2 -> loops.here(delay, () -> answer.tryComplete(Outcome.refused("limit")));
        case 3 -> loops.elsewhere(delay, () -> answer.tryComplete(Outcome.COMPLETED));
        case 4 -> loops.here(delay, () -> answer.tryFail("broken"));
        default -> loops.here(delay, () -> answer.tryComplete(Outcome.COMPLETED));
      }
      return answer.future();
    }
  }
}
