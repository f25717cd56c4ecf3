package dev.harness.run;

import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.random.Seed;
import java.time.Duration;
import java.util.List;

/**
 * What a run is to do.
 *
 * @param runId short, unique among the runs of a machine
 * @param seed of all that is left to chance: the same loads come of the same seed
 * @param selected in the order in which they run
 * @param named whether the checks were named one by one or by suite: then those that are not in the
 *     profile run too, at their smallest scale
 * @param abortOnBreach whether a critical alert ends it
 * @param soak for which a check goes on that lasts as long as it is told; 10 s to 3 days
 */
public record RunPlan(
    String runId,
    Seed seed,
    Profile profile,
    List<Check> selected,
    boolean named,
    Ruleset ruleset,
    boolean abortOnBreach,
    Duration soak) {
  private static final Duration SHORTEST_SOAK = Duration.ofSeconds(10);
  private static final Duration LONGEST_SOAK = Duration.ofDays(3);

  /** What a soak takes at its smallest scale. */
  public static final Duration SHORT_SOAK = Duration.ofMinutes(1);

  public RunPlan {
    selected = List.copyOf(selected);
    if (selected.isEmpty()) {
      throw new IllegalArgumentException("a run has at least one check");
    }
    if (soak.compareTo(SHORTEST_SOAK) < 0 || soak.compareTo(LONGEST_SOAK) > 0) {
      throw new IllegalArgumentException(
          "a soak lasts %d s to %d h, not %.0f s"
              .formatted(
                  SHORTEST_SOAK.toSeconds(), LONGEST_SOAK.toHours(), soak.toMillis() / 1_000.0));
    }
  }

  /** One whose soak is short, and that goes on to its end, whatever alerts fire. */
  public RunPlan(
      String runId,
      Seed seed,
      Profile profile,
      List<Check> selected,
      boolean named,
      Ruleset ruleset) {
    this(runId, seed, profile, selected, named, ruleset, false, SHORT_SOAK);
  }

  /** The checks that this run carries through. */
  public List<Check> checks() {
    return selected.stream().filter(check -> named || inProfile(check)).toList();
  }

  /** The checks that were meant but are not in this profile. */
  public List<Check> left() {
    return selected.stream().filter(check -> !named && !inProfile(check)).toList();
  }

  /** Chance of one check's own, so that it does not depend on which others run. */
  Seed seedFor(Check check) {
    return seed.of(check.id().toString());
  }

  /** What a check may be expected to take at the scale at which it runs here. */
  public Duration budget(Check check) {
    Duration needed = check.budget().in(scaleFor(check)).orElseGet(check.budget()::least);
    return check.budget().soaks() ? soak.plus(needed) : needed;
  }

  /** After which a check is given up: what the rules say, beside what somebody told it to take. */
  Duration timeout(Check check) {
    Duration told =
        switch (check.budget().length()) {
          case OWN -> Duration.ZERO;
          case SOAK -> soak;
          case PLAN -> budget(check);
        };
    return told.plus(ruleset.configuration().checkTimeout());
  }

  Profile scaleFor(Check check) {
    return inProfile(check) ? profile : Profile.QUICK;
  }

  private boolean inProfile(Check check) {
    return check.budget().in(profile).isPresent();
  }
}
