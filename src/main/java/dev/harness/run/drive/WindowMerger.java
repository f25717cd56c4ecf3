package dev.harness.run.drive;

import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lanes' shares of a window together, and passes it on once each lane has given its share
 * or has ended. Called by several event loops, some times a second.
 */
final class WindowMerger {
  private final Resolution resolution;
  private final Consumer<WindowSnapshot> whole;
  private final Consumer<LaneEnd> end;
  private final Map<Long, WindowSnapshot> partial = new TreeMap<>();
  private final long[] reached;
  private int running;
  private long next;
  private @Nullable LaneEnd ends;

  WindowMerger(
      int lanes, Resolution resolution, Consumer<WindowSnapshot> whole, Consumer<LaneEnd> end) {
    this.resolution = resolution;
    this.whole = whole;
    this.end = end;
    this.reached = new long[lanes];
    this.running = lanes;
  }

  /** What a lane is to tell. */
  LaneListener lane(int lane) {
    return new LaneListener() {
      @Override
      public void window(WindowSnapshot share) {
        add(lane, share);
      }

      @Override
      public void ended(LaneEnd laneEnd) {
        endLane(lane, laneEnd);
      }
    };
  }

  private synchronized void add(int lane, WindowSnapshot share) {
    partial.merge(share.index(), share, WindowSnapshot::plus);
    reached[lane] = share.index() + 1;
    passOn();
  }

  private synchronized void endLane(int lane, LaneEnd laneEnd) {
    reached[lane] = Long.MAX_VALUE;
    ends = ends == null ? laneEnd : ends.plus(laneEnd);
    passOn();
    if (--running == 0) {
      end.accept(ends);
    }
  }

  private void passOn() {
    long complete = Long.MAX_VALUE;
    for (long lane : reached) {
      complete = Math.min(complete, lane);
    }
    while (!partial.isEmpty() && next < complete) {
      WindowSnapshot window = partial.remove(next++);
      whole.accept(window == null ? WindowSnapshot.zero(resolution) : window);
    }
  }
}
