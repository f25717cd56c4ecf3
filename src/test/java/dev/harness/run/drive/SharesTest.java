package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.pace.Arrivals;
import dev.harness.pace.Burst;
import dev.harness.pace.Constant;
import dev.harness.pace.Poisson;
import dev.harness.pace.Ramp;
import dev.harness.pace.Stages;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Property
  void slotsOfAllLanesAddUpAndDifferByOneAtTheMost(
      @ForAll @IntRange(min = 1, max = 100_000) int slots,
      @ForAll @IntRange(min = 1, max = 64) int lanes) {
    List<Integer> shares =
        IntStream.range(0, lanes).mapToObj(lane -> Driver.share(slots, lane, lanes)).toList();

    assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(slots);
    assertThat(Collections.max(shares) - Collections.min(shares)).isBetween(0, 1);
  }

  @Property
  void operationsOfAllLanesAreTheLoad(
      @ForAll @IntRange(min = 1, max = 500) int count,
      @ForAll @IntRange(min = 1, max = 9) int lanes) {
    var open = new Open(new Burst(count), 100);
    var closed = Closed.of(100, count);

    for (LoadProfile load : List.of(open, closed)) {
      assertThat(indicesOfAllLanes(load, lanes))
          .containsExactlyInAnyOrderElementsOf(LongStream.range(0, count).boxed().toList());
    }
  }

  @Test
  void anOperationIsDueAtTheSameTimeWhicheverLaneHasIt() {
    var load = new Open(new Constant(1_000, Duration.ofSeconds(1)), 100);
    Intentions second = Intentions.of(load, 1, 3, 50);

    assertThat(second.index(2)).isEqualTo(7);
    assertThat(second.dueNanos(2, 0)).isEqualTo(50 + 7_000_000);
    assertThat(second.dueNanos(332, 0)).isEqualTo(50 + 997_000_000);
    assertThat(second.dueNanos(333, 0)).isEqualTo(Intentions.NEVER);
  }

  @Property
  void theTimesOfAllLanesAreThoseOfTheLoad(
      @ForAll("arrivals") Arrivals arrivals, @ForAll @IntRange(min = 1, max = 7) int lanes) {
    var load = new Open(arrivals, 100);
    long[] times = new long[(int) arrivals.count()];
    for (int lane = 0; lane < lanes; lane++) {
      Intentions share = Intentions.of(load, lane, lanes, 50);
      for (long n = 0; share.dueNanos(n, 0) != Intentions.NEVER; n++) {
        times[(int) share.index(n)] = share.dueNanos(n, 0) - 50;
      }
    }

    assertThat(times)
        .isEqualTo(LongStream.range(0, arrivals.count()).map(arrivals::nanosAt).toArray())
        .isSorted();
  }

  @Provide
  Arbitrary<Arrivals> arrivals() {
    Arbitrary<Double> rate = Arbitraries.doubles().between(0.1, 500);
    Arbitrary<Duration> time = Arbitraries.integers().between(1, 2_000).map(Duration::ofMillis);
    Arbitrary<Arrivals> simple =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 500).map(Burst::new),
            Combinators.combine(rate, time).as(Constant::new),
            Combinators.combine(rate, rate, time).as(Ramp::new),
            Combinators.combine(rate, time, Arbitraries.longs().map(Seed::new)).as(Poisson::new));
    return Arbitraries.oneOf(simple, simple.list().ofMinSize(1).ofMaxSize(4).map(Stages::new));
  }

  @Property(tries = 30)
  void severalLanesDriveTheWholeLoad(
      @ForAll @IntRange(min = 1, max = 5) int lanes,
      @ForAll @IntRange(min = 1, max = 200) int count) {
    var loops = new HandDrivenLoops(lanes);
    SimulatedTarget target = SimulatedTarget.answeringIn(loops, Duration.ofMillis(3));

    DrivenPhase driven =
        DrivenPhase.run(loops, new Open(new Burst(count), 3), Duration.ofSeconds(60), target);

    assertThat(driven.counts()).isEqualTo(new Counts(count, count, 0, 0, 0, 0, 0, 0));
    assertThat(target.indices)
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, count).boxed().toList());
    assertThat(driven.result().peakInFlight()).isLessThanOrEqualTo(3);
  }

  private static List<Long> indicesOfAllLanes(LoadProfile load, int lanes) {
    var indices = new ArrayList<Long>();
    for (int lane = 0; lane < lanes; lane++) {
      Intentions share = Intentions.of(load, lane, lanes, 0);
      for (long n = 0; share.dueNanos(n, 0) != Intentions.NEVER; n++) {
        indices.add(share.index(n));
      }
    }
    return indices;
  }
}
