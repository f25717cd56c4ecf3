package dev.harness.run;

import dev.harness.plan.CheckId;
import dev.harness.verdict.Criterion;
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

  /** The time it needs, and the profiles that it is in. */
  Budget budget();

  /** What its figures are held against, the most telling first. */
  List<Criterion> criteria();

  /**
   * Whether alert rules act on it: true for load that the target ought to bear for as long as it
   * lasts, false for bursts, and for what overloads on purpose.
   */
  default boolean alerting() {
    return false;
  }

  /**
   * The option of {@code harness run} that brings it, with its value, as {@code --plan
   * orders.yaml}; empty where it comes with the harness.
   */
  default Optional<String> broughtBy() {
    return Optional.empty();
  }

  /** The options of {@code harness run} that run it alone. */
  default String options() {
    return broughtBy().map(option -> option + " ").orElse("") + "--check " + id();
  }

  /** Whether it asks for more than is allowed, so that what is refused is no failure. */
  default boolean overloads() {
    return false;
  }

  /** Drives its load and measures. Blocks; called once, on the thread of the run. */
  Findings run(Rig rig);
}
