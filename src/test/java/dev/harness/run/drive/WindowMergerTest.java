package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.measure.Recorder;
import dev.harness.measure.Resolution;
import dev.harness.measure.Sample;
import dev.harness.measure.WindowSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowMergerTest {
  private final List<WindowSnapshot> windows = new ArrayList<>();
  private final List<LaneEnd> ends = new ArrayList<>();
  private final WindowMerger merger =
      new WindowMerger(2, Resolution.MICROSECONDS, windows::add, ends::add);
  private final LaneListener first = merger.lane(0);
  private final LaneListener second = merger.lane(1);

  @Test
  void passesAWindowOnWhenEachLaneHasGivenItsShare() {
    first.window(share(0, 3));
    first.window(share(1, 5));
    assertThat(windows).isEmpty();

    second.window(share(0, 4));

    assertThat(windows).hasSize(1);
    assertThat(windows.get(0).index()).isZero();
    assertThat(windows.get(0).counts().completed()).isEqualTo(7);
  }

  @Test
  void keepsOrderWhicheverLaneIsAhead() {
    second.window(share(0, 1));
    second.window(share(1, 1));
    second.window(share(2, 1));
    first.window(share(0, 1));
    first.window(share(1, 1));
    first.window(share(2, 1));

    assertThat(windows).extracting(WindowSnapshot::index).containsExactly(0L, 1L, 2L);
    assertThat(windows).allSatisfy(w -> assertThat(w.counts().due()).isEqualTo(2));
  }

  @Test
  void doesNotWaitForALaneThatHasEnded() {
    first.window(share(0, 1));
    first.ended(new LaneEnd(10, 1, 0, 0));
    second.window(share(0, 1));
    second.window(share(1, 1));

    assertThat(windows).extracting(WindowSnapshot::index).containsExactly(0L, 1L);
    assertThat(ends).isEmpty();
  }

  @Test
  void waitsForALaneThatIsBehindOneThatHasEnded() {
    first.window(share(0, 1));
    first.window(share(1, 1));
    first.ended(new LaneEnd(10, 1, 0, 0));
    assertThat(windows).isEmpty();

    second.ended(new LaneEnd(5, 2, 0, 3));

    assertThat(windows).extracting(WindowSnapshot::index).containsExactly(0L, 1L);
  }

  @Test
  void endsOnceWithWhatAllLanesKnow() {
    first.ended(new LaneEnd(10, 4, 0, 1));
    assertThat(ends).isEmpty();
    second.ended(new LaneEnd(25, 3, 0, 2));

    assertThat(ends).containsExactly(new LaneEnd(25, 7, 0, 3));
  }

  private static WindowSnapshot share(int index, int completed) {
    var recorder = new Recorder(Resolution.MICROSECONDS, 0);
    long at = index * Recorder.WINDOW_NANOS;
    for (int i = 0; i < completed; i++) {
      recorder.due(at);
      recorder.record(new Sample("request", "user-1", at, at, at + 1_000, Outcome.COMPLETED));
    }
    return recorder.closeAll().get(index);
  }
}
