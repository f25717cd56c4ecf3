package dev.harness.embed;

import dev.harness.config.InvalidFileException;
import dev.harness.config.ThresholdsFile;
import dev.harness.own.OwnSystem;
import dev.harness.own.OwnSystemTargets;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.random.Seed;
import dev.harness.run.Interruption;
import dev.harness.run.RunEvents;
import dev.harness.run.RunId;
import dev.harness.run.RunPlan;
import dev.harness.run.RunRecord;
import dev.harness.run.Runner;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import dev.harness.user.ContextSystem;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts contexts of yours under load and says whether they hold, from a test of yours:
 *
 * <pre>{@code
 * Validation validation = Harness.of(Sessions::new).checks("context", "memory/leak").validate();
 * assertTrue(validation.passed(), validation.text());
 * }</pre>
 *
 * <p>Immutable: each setting gives another one. Figures mean something only where nothing else runs
 * beside it, so that in one JVM only one at a time is carried through, and others wait.
 */
public final class Harness {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Supplier<? extends ContextSystem> system;
  private final List<String> names;
  private final Profile profile;
  private final Ruleset ruleset;
  private final Seed seed;

  private Harness(
      Supplier<? extends ContextSystem> system,
      List<String> names,
      Profile profile,
      Ruleset ruleset,
      Seed seed) {
    this.system = system;
    this.names = names;
    this.profile = profile;
    this.ruleset = ruleset;
    this.seed = seed;
  }

  /**
   * All checks of the profile quick, with the limits that the harness comes with.
   *
   * @param system gives a new one each time; every check has one of its own, and closes it
   */
  public static Harness of(Supplier<? extends ContextSystem> system) {
    return new Harness(
        system, List.of(), Profile.QUICK, ThresholdsFile.shipped(), new Seed(0).of(RunId.random()));
  }

  /**
   * Only these checks, in whichever profile.
   *
   * @param chosen suites as {@code context}, and checks as {@code memory/leak}
   * @throws IllegalArgumentException for a name that nothing has, listing those there are
   */
  public Harness checks(String... chosen) {
    List<String> all = List.of(chosen);
    Choice.of(all);
    return new Harness(system, all, profile, ruleset, seed);
  }

  /** With as much load and time as that profile has. */
  public Harness profile(Profile other) {
    return new Harness(system, names, other, ruleset, seed);
  }

  /**
   * Judged by the limits of a file; those it does not name keep their defaults.
   *
   * @throws InvalidFileException where it cannot be read, or anything in it is wrong
   */
  public Harness thresholds(Path file) {
    return new Harness(system, names, profile, ThresholdsFile.readOrShipped(file), seed);
  }

  /** With the loads of an earlier one: what is left to chance comes of the same seed the same. */
  public Harness seed(long value) {
    return new Harness(system, names, profile, ruleset, new Seed(value));
  }

  /**
   * Carries it through on the calling thread, which must be no event loop.
   *
   * @throws TargetUnreachableException where the system cannot do a single request: it throws, or
   *     does not end within 10 s
   */
  public Validation validate() {
    ONE_AT_A_TIME.lock();
    try {
      return Validation.of(run());
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private RunRecord run() {
    var own = new OwnSystem(nameOfOne(), system);
    own.requireWorking();
    var plan =
        new RunPlan(RunId.random(), seed, profile, Choice.of(names), !names.isEmpty(), ruleset);
    Ticker ticker = new SystemTicker();
    Vertx vertx = Vertx.vertx();
    try (Targets targets = new OwnSystemTargets(new ThisProcess(ticker), own);
        RunEvents events = RunEvents.onOwnThreads(ticker)) {
      Driver driver = Driver.onHalfTheCores(vertx, ticker);
      return new Runner(targets, driver, events, new Interruption(), ticker)
          .run(plan, plan.selected());
    } finally {
      vertx.close();
    }
  }

  private String nameOfOne() {
    try (ContextSystem one = system.get()) {
      return one.name();
    }
  }
}
