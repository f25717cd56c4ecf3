package dev.harness.measure;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(contents(window.plus(zero))).isEqualTo(contents(window));
    assertThat(contents(zero.plus(window))).isEqualTo(contents(window));
  }

  @Property(tries = 50)
  void mayBeAddedInAnyOrder(
      @ForAll @Size(min = 2, max = 6) List<@From("windows") WindowSnapshot> windows,
      @ForAll Random random) {
    var shuffled = new ArrayList<>(windows);
    Collections.shuffle(shuffled, random);

    assertThat(contents(sum(shuffled))).isEqualTo(contents(sum(windows)));
    assertThat(contents(windows.get(0).plus(sum(windows.subList(1, windows.size())))))
        .isEqualTo(contents(sum(windows)));
  }

  private static WindowSnapshot sum(List<WindowSnapshot> windows) {
    return windows.stream()
        .reduce(WindowSnapshot.zero(Resolution.MICROSECONDS), WindowSnapshot::plus);
  }

  private static List<Object> contents(WindowSnapshot window) {
    return List.of(
        window.index(),
        window.counts(),
        contents(window.response()),
        contents(window.service()),
        contents(window.lag()),
        window.reasons());
  }

  private static List<Object> contents(Distribution times) {
    return List.of(
        times.count(),
        times.overflow(),
        times.mean(),
        times.maxMillis(),
        times.percentileMillis(0.1),
        times.percentileMillis(0.5),
        times.percentileMillis(0.9));
  }

  @Provide
  Arbitrary<WindowSnapshot> windows() {
    Arbitrary<List<Long>> times =
        Arbitraries.longs().between(0, 7_200_000_000_000L).list().ofMaxSize(8);
    return Combinators.combine(
            Arbitraries.longs().between(0, 100),
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
        reasons);
  }

  private static Distribution distribution(Resolution resolution, List<Long> nanos) {
    var times = new OpenWindow.Times(resolution);
    nanos.forEach(times::record);
    return times.distribution();
  }
}
