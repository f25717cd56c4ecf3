package dev.harness.cli.live;

import dev.harness.plan.CheckId;
import dev.harness.run.Check;
import dev.harness.run.RunEvent;
import dev.harness.run.RunPlan;
import dev.harness.verdict.LiveBreach;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run as far as it has come: a fold of its events. Bears the loss of some of them, because views
 * may fall behind.
 *
 * @param logicalCpus of the machine, of which processor time is a share
 * @param checks how many there are in all
 * @param ahead those that have not begun, with the time that each may be expected to take
 * @param ended how many have ended with each verdict
 * @param current the check that runs; null while none does
 * @param processes what they use now, by role
 * @param breaking limits of the check that its loads break just now
 */
public record LiveRun(
    int logicalCpus,
    int checks,
    Map<CheckId, Duration> ahead,
    Map<Verdict, Integer> ended,
    @Nullable LiveCheck current,
    Map<String, LiveProcess> processes,
    List<LiveBreach> breaking) {
  /** Before its first event. */
  public static final LiveRun NONE =
      new LiveRun(1, 0, Map.of(), Map.of(), null, Map.of(), List.of());

  public LiveRun {
    ahead = Collections.unmodifiableMap(new LinkedHashMap<>(ahead));
    ended = Collections.unmodifiableMap(new TreeMap<>(ended));
    processes = Collections.unmodifiableMap(new TreeMap<>(processes));
    breaking = List.copyOf(breaking);
  }

  /**
   * After one more event.
   *
   * @param nanos the clock's time at which it is seen
   */
  public LiveRun with(RunEvent event, long nanos) {
    if (event instanceof RunEvent.RunStarted started) {
      return begin(started.plan(), started.host().logicalCpus());
    } else if (event instanceof RunEvent.CheckStarted started) {
      return begin(LiveCheck.begin(started.check(), started.budget(), nanos));
    } else if (event instanceof RunEvent.CheckEnded done) {
      return end(done.result().verdict());
    } else if (event instanceof RunEvent.Sampled sampled) {
      return sampled(sampled, nanos);
    } else if (current != null && event instanceof RunEvent.PhaseStarted started) {
      return now(current.load(started.phase(), started.measured(), nanos));
    } else if (current != null && event instanceof RunEvent.WindowClosed closed) {
      return now(current.window(closed.phase(), closed.window(), nanos));
    }
    return this;
  }

  /** The same, where these limits break now. */
  public LiveRun breaking(List<LiveBreach> now) {
    return new LiveRun(logicalCpus, checks, ahead, ended, current, processes, now);
  }

  /** How many checks have ended. */
  public int done() {
    return ended.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** What the rest of the run may be expected to take. */
  public Duration left(long nanos) {
    Duration rest = ahead.values().stream().reduce(Duration.ZERO, Duration::plus);
    if (current == null || current.left(nanos).isNegative()) {
      return rest;
    }
    return rest.plus(current.left(nanos));
  }

  private static LiveRun begin(RunPlan plan, int logicalCpus) {
    var ahead = new LinkedHashMap<CheckId, Duration>();
    for (Check check : plan.checks()) {
      ahead.put(check.id(), plan.budget(check));
    }
    return new LiveRun(logicalCpus, ahead.size(), ahead, Map.of(), null, Map.of(), List.of());
  }

  private LiveRun begin(LiveCheck check) {
    var rest = new LinkedHashMap<>(ahead);
    rest.remove(check.id());
    return new LiveRun(logicalCpus, checks, rest, ended, check, processes, breaking);
  }

  private LiveRun end(Verdict verdict) {
    var more = new EnumMap<Verdict, Integer>(Verdict.class);
    more.putAll(ended);
    more.merge(verdict, 1, Integer::sum);
    return new LiveRun(logicalCpus, checks, ahead, more, null, processes, breaking);
  }

  private LiveRun now(LiveCheck check) {
    return new LiveRun(logicalCpus, checks, ahead, ended, check, processes, breaking);
  }

  private LiveRun sampled(RunEvent.Sampled sampled, long nanos) {
    var next = new TreeMap<String, LiveProcess>();
    sampled
        .processes()
        .forEach(
            (role, sample) -> {
              LiveProcess before = processes.get(role);
              next.put(
                  role,
                  before == null ? LiveProcess.first(sample, nanos) : before.with(sample, nanos));
            });
    return new LiveRun(logicalCpus, checks, ahead, ended, current, next, breaking);
  }
}
