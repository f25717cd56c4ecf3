package dev.harness.run;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.pace.ThinkTime;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.random.Seed;
import dev.harness.run.drive.Driver;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * A target that answers at once and costs nothing. The rate at which a closed load goes against it
 * is the driver's own: what comes near it has measured the driver. Found out once in a run, and
 * only when somebody asks.
 */
final class NullTarget {
  private static final int SLOTS = 100;

  /** Whichever comes first ends it. */
  private static final int MOST = 500_000;

  private static final Duration LASTS = Duration.ofMillis(500);
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(10);

  private static final UserPopulation USERS = new UserPopulation(100, "null-target", new Seed(0));

  private final Driver driver;
  private OptionalDouble perSecond = OptionalDouble.empty();

  NullTarget(Driver driver) {
    this.driver = driver;
  }

  /** What it completes in a second. Takes half a second when it is asked for the first time. */
  double perSecond() {
    if (perSecond.isEmpty()) {
      perSecond = OptionalDouble.of(measure());
    }
    return perSecond.getAsDouble();
  }

  /** The same where somebody has asked. */
  OptionalDouble known() {
    return perSecond;
  }

  private double measure() {
    var phase =
        new Phase(
            "null target",
            new Closed(SLOTS, MOST, LASTS, ThinkTime.none()),
            USERS,
            Resolution.MICROSECONDS,
            GIVE_UP_AFTER,
            attempt -> Future.succeededFuture(Outcome.COMPLETED));
    var done = new CompletableFuture<PhaseResult>();
    driver.drive(phase, done::complete).onItem().ignoreAsUni().await().atMost(GIVE_UP_AFTER);
    PhaseResult result = done.join();
    return result.counts().completed() / result.seconds();
  }
}
