package dev.harness.run;

import dev.harness.plan.CheckId;
import dev.harness.plan.Profile;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that is put under load and measured. A check names its load, its targets and its
 * figures; it never judges them.
 */
public interface Check {

  CheckId id();

  /** What it puts under load, in one line. */
  String load();

  /** Time it needs at that profile's scale, start-up included; empty if it is not in it. */
  Optional<Duration> budget(Profile profile);

  /** What its figures are held against, the most telling first. */
  List<Criterion> criteria();

  /** Drives its load and measures. Blocks; called once, on the thread of the run. */
  Findings run(Rig rig);
}
