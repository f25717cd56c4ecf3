package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class WindowSnapshotTest {

  @Property(tries = 50)
  void zeroChangesNothing(@ForAll("windows") WindowSnapshot window) {
    WindowSnapshot zero = WindowSnapshot.zero(Resolution.MICROSECONDS);

    assertThat(window.plus(zero)).isEqualTo(window);
    assertThat(zero.plus(window)).isEqualTo(window);
  }

  @Property(tries = 50)
  void mayBeAddedInAnyOrder(
      @ForAll @Size(min = 2, max = 6) List<@From("windows") WindowSnapshot> windows,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(windows);
    Collections.shuffle(shuffled, random);

    assertThat(sum(shuffled)).isEqualTo(sum(windows));
    assertThat(windows.get(0).plus(sum(windows.subList(1, windows.size()))))
        .isEqualTo(sum(windows));
  }

  private static WindowSnapshot sum(List<WindowSnapshot> windows) {
    return windows.stream()
        .reduce(WindowSnapshot.zero(Resolution.MICROSECONDS), WindowSnapshot::plus);
  }

  @Provide
  Arbitrary<WindowSnapshot> windows() {
    Arbitrary<List<Long>> times =
        Arbitraries.longs().between(0, 7_200_000_000_000L).list().ofMaxSize(8);
    return Combinators.combine(
            Arbitraries.longs().between(0, 10_000),
            times,
            times,
            Arbitraries.maps(
                    Arbitraries.of("status-500", "status-503", "other"),
                    Arbitraries.longs().between(1, 9))
                .ofMaxSize(3))
        .as(WindowSnapshotTest::window);
  }

  private static WindowSnapshot window(
      long index, List<Long> response, List<Long> lag, Map<String, Long> reasons) {
    return new WindowSnapshot(
        index,
        new Counts(response.size(), response.size(), 0, 0, 0, 0, 0, 0),
        distribution(Resolution.MICROSECONDS, response),
        distribution(Resolution.MICROSECONDS, lag),
        distribution(Resolution.NANOSECONDS, lag),
        series(index, response),
        reasons,
        failures(response));
  }

  private static Distribution distribution(Resolution resolution, List<Long> nanos) {
    var times = new Times(resolution);
    nanos.forEach(times::record);
    return times.distribution();
  }

  private static Series series(long window, List<Long> response) {
    return Series.of(
        (int) window * OpenWindow.SLOTS,
        response.stream().map(nanos -> new Series.Slot(1, nanos)).toList());
  }

  private static List<Failure> failures(List<Long> response) {
    return response.stream()
        .limit(Failure.MOST_KEPT)
        .map(
            nanos ->
                new Failure(
                    Duration.ofNanos(nanos),
                    "user-" + nanos % 3,
                    "request",
                    Outcome.failed("status-" + nanos % 2)))
        .sorted()
        .toList();
  }
}
