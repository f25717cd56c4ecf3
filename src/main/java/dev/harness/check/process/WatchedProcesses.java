package dev.harness.check.process;

import dev.harness.run.Findings;
import dev.harness.run.Rig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes behind a scenario's targets, watched from when its load begins to its end. */
public final class WatchedProcesses implements AutoCloseable {
  private static final Duration OFTENEST = Duration.ofMillis(100);
  private static final Duration RAREST = Duration.ofSeconds(1);

  /** Twice as many as a trend takes, where the load is long enough for that. */
  private static final int LOOKS = 80;

  private final Rig rig;
  private final Map<WatchedProcess, ProcessLooks> looks = new LinkedHashMap<>();

  public WatchedProcesses(List<WatchedProcess> processes, Rig rig) {
    this.rig = rig;
    processes.forEach(
        one ->
            looks.put(one, new ProcessLooks(one.source(rig.targets()), one.trace(), rig.ticker())));
  }

  /**
   * Begins to look, and has looked once at each when it returns.
   *
   * @param load how long it lasts
   */
  public void begin(Duration load) {
    looks.values().forEach(one -> one.begin(rig, interval(load)));
  }

  private static Duration interval(Duration load) {
    Duration enough = load.dividedBy(LOOKS);
    if (enough.compareTo(OFTENEST) < 0) {
      return OFTENEST;
    }
    return enough.compareTo(RAREST) > 0 ? RAREST : enough;
  }

  /** With what there is to tell of them now that the load is over. */
  public Findings addTo(Findings findings) {
    int cores = rig.targets().probe().facts().logicalCpus();
    Findings all = findings;
    for (Map.Entry<WatchedProcess, ProcessLooks> one : looks.entrySet()) {
      all = one.getKey().addTo(all, one.getValue().end(rig), cores);
    }
    return all;
  }

  @Override
  public void close() {
    looks.values().forEach(ProcessLooks::close);
  }
}
