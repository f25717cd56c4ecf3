package dev.harness.run;

import dev.harness.measure.Resolution;
import dev.harness.measure.WindowSnapshot;
import dev.harness.run.drive.PhaseResult;
import java.util.List;

/**
 * A phase of which the windows are wanted one by one.
 *
 * @param windows in order, one a second
 */
public record Driven(PhaseResult result, List<WindowSnapshot> windows) {

  public Driven {
    windows = List.copyOf(windows);
  }

  /** All that was due from one second until another, together. */
  public WindowSnapshot between(long from, long until, Resolution resolution) {
    return windows.stream()
        .filter(window -> window.index() >= from && window.index() < until)
        .reduce(WindowSnapshot.zero(resolution), WindowSnapshot::plus);
  }
}
