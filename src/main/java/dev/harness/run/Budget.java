package dev.harness.run;

import dev.harness.plan.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time a check needs in each profile, start-up included.
 *
 * @param quick in seconds; 0 where the check is not in that profile, as for the others
 */
public record Budget(int quick, int standard, int full, int soak, Length length) {

  /** Who says how long a check goes on. */
  public enum Length {
    /** The check itself. */
    OWN,
    /** Whoever asks for a soak: what the check needs besides is in addition to that. */
    SOAK,
    /** The user's plan, and the budget has it. */
    PLAN
  }

  /** For a check that runs in all profiles but {@code soak}. */
  public static Budget seconds(int quick, int standard, int full) {
    return new Budget(quick, standard, full, 0, Length.OWN);
  }

  /**
   * For a check that lasts as long as it is told.
   *
   * @param beside what it needs besides, in seconds; above 0
   */
  public static Budget soaking(int beside) {
    return new Budget(0, 0, 0, beside, Length.SOAK);
  }

  /**
   * For a scenario of a plan, which is in each profile.
   *
   * @param seconds that it takes; above 0
   */
  public static Budget ofPlan(int seconds) {
    return new Budget(seconds, seconds, seconds, seconds, Length.PLAN);
  }

  /** Whether it lasts as long as it is told: what it needs is in addition to that. */
  public boolean soaks() {
    return length == Length.SOAK;
  }

  /** What it needs at its smallest scale: no more than in the first profile that it is in. */
  Duration least() {
    return Stream.of(Profile.values())
        .flatMap(profile -> in(profile).stream())
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** Empty if the check is not in that profile. */
  public Optional<Duration> in(Profile profile) {
    int seconds =
        switch (profile) {
          case QUICK -> quick;
          case STANDARD -> standard;
          case FULL -> full;
          case SOAK -> soak;
        };
    return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }
}
