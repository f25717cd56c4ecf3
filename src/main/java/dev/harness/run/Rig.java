package dev.harness.run;

import static java.util.Objects.requireNonNull;

import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.random.Seed;
import dev.harness.run.drive.Driver;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import dev.harness.verdict.Fitness;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one check works with: targets to hit, a driver to hit them with, and its share of time.
 * Belongs to the thread of the check. All waiting goes through it, and never beyond the check's
 * timeout.
 */
public final class Rig {
  private final Check check;
  private final RunPlan plan;
  private final Targets targets;
  private final Driver driver;
  private final RunEvents events;
  private final Patience patience;
  private final Ticker ticker;
  private final IsolationLog isolation;
  private final Map<String, PhaseResult> phases = new LinkedHashMap<>();
  private final Set<String> trials = new HashSet<>();

  Rig(
      Check check,
      RunPlan plan,
      Targets targets,
      Driver driver,
      RunEvents events,
      Interruption interruption,
      Ticker ticker,
      Canaries canaries) {
    this.check = check;
    this.plan = plan;
    this.targets = targets;
    this.driver = driver;
    this.events = events;
    this.patience = new Patience(plan.timeout(check), interruption, ticker);
    this.ticker = ticker;
    this.isolation =
        new IsolationLog(
            canaries,
            ticker,
            breach -> events.publish(new RunEvent.BreachSeen(check.id(), breach)));
  }

  public Targets targets() {
    return targets;
  }

  public Ticker ticker() {
    return ticker;
  }

  /** Looks through whatever comes back to users; what it sees is judged in each check. */
  public IsolationLog isolation() {
    return isolation;
  }

  /** The limits of the run, for checks whose load or figures depend on one. */
  public Thresholds thresholds() {
    return plan.ruleset().thresholds();
  }

  public TestConfiguration configuration() {
    return plan.ruleset().configuration();
  }

  /** The number that belongs to the profile of the run. */
  public int scaled(int quick, int standard, int full) {
    return switch (plan.scaleFor(check)) {
      case QUICK -> quick;
      case STANDARD, SOAK -> standard;
      case FULL -> full;
    };
  }

  /** How long to go on, for a check that lasts as long as it is told. */
  public Duration soak() {
    return plan.soak();
  }

  /** Users of this run, so many. */
  public UserPopulation users(int size) {
    return new UserPopulation(size, plan.runId(), seed("users"));
  }

  /**
   * The seed of something that is left to chance. It comes out the same in each run of the same
   * seed, whatever other checks are in it.
   *
   * @param purpose what for: what must not go together by chance has names of its own
   */
  public Seed seed(String purpose) {
    return plan.seedFor(check).of(purpose);
  }

  /** Drives a phase to its end. Phases of the same name are rounds, and reported as one. */
  public PhaseResult drive(Phase phase) {
    return driveTogether(List.of(phase)).get(0);
  }

  /**
   * Drives a phase that may ask more of the generator than it can give. Whether it did what it was
   * told is for the caller to judge by {@link PhaseResult#fitness}: the check's other figures do
   * not suffer.
   */
  public PhaseResult driveTrial(Phase phase) {
    trials.add(phase.name());
    return drive(phase);
  }

  /**
   * All rounds that were driven under that name, as one.
   *
   * @throws IllegalArgumentException where none was
   */
  public PhaseResult result(String name) {
    PhaseResult result = phases.get(name);
    if (result == null) {
      throw new IllegalArgumentException("no phase \"%s\" was driven".formatted(name));
    }
    return result;
  }

  /** Drives a phase to its end, and keeps its windows: for minutes, not for hours. */
  public Driven driveWindows(Phase phase) {
    return driveWindows(List.of(phase)).get(0);
  }

  /** The same with phases side by side, in their order. */
  public List<Driven> driveWindows(List<Phase> sideBySide) {
    var windows = new ConcurrentHashMap<Phase, Queue<WindowSnapshot>>();
    sideBySide.forEach(phase -> windows.put(phase, new ConcurrentLinkedQueue<>()));
    List<PhaseResult> results =
        driveTogether(
            sideBySide, (phase, window) -> requireNonNull(windows.get(phase)).add(window));
    return IntStream.range(0, results.size())
        .mapToObj(
            i ->
                new Driven(
                    results.get(i), List.copyOf(requireNonNull(windows.get(sideBySide.get(i))))))
        .toList();
  }

  /** Drives phases side by side, all to their end; results in their order. */
  public List<PhaseResult> driveTogether(List<Phase> sideBySide) {
    return driveTogether(sideBySide, (phase, window) -> {});
  }

  /**
   * The same, and hands on each window as it closes.
   *
   * @param each called on event loops, for one phase by one at a time; must not block
   */
  public List<PhaseResult> driveTogether(
      List<Phase> sideBySide, BiConsumer<Phase, WindowSnapshot> each) {
    List<PhaseResult> results = drive(sideBySide, true, each);
    record(results);
    return results;
  }

  /** Drives a phase whose samples are kept apart from all that is measured. */
  public void warmUp(Phase phase) {
    driveApart(phase.named("warm-up"));
  }

  /** The same with phases side by side. */
  public void warmUpTogether(List<Phase> sideBySide) {
    List<Phase> named =
        sideBySide.stream().map(phase -> phase.named(phase.name() + " warm-up")).toList();
    driveApart(named);
  }

  /** The same for what is no warm-up: a load that shall fail, for what others make of it. */
  public void driveApart(Phase phase) {
    driveApart(List.of(phase));
  }

  private void driveApart(List<Phase> sideBySide) {
    drive(sideBySide, false, (same, window) -> {});
    patience.leaveIfInterrupted();
  }

  /** Begins to watch what a process uses. */
  public ProcessWatch watch(long pid) {
    return new ProcessWatch(targets.probe(), ticker, pid);
  }

  /**
   * Waits for something that is no load.
   *
   * @param what it is, for the message if it never comes
   */
  public <T> T await(Future<T> future, String what) {
    return patience.await(future, what);
  }

  /**
   * Waits until something holds.
   *
   * @return whether it came to hold within that time
   */
  public boolean holdsWithin(Duration time, BooleanSupplier condition) {
    return patience.holdsWithin(time, condition);
  }

  /** From now on nothing more can be waited for or driven, by a check that comes back too late. */
  void giveUp() {
    patience.giveUp();
  }

  /** Whether all loads that were measured can be judged by. */
  Fitness fitness() {
    return phases.values().stream()
        .filter(phase -> !trials.contains(phase.name()))
        .map(PhaseResult::fitness)
        .reduce(Fitness.FIT, Fitness::plus);
  }

  /** Whether closed loads came so near to the driver's own rate that they measured the driver. */
  Fitness saturation(NullTarget nothing) {
    return phases.values().stream()
        .filter(PhaseResult::saturating)
        .map(
            phase ->
                Fitness.unsaturated(
                    phase.counts().completed() / phase.seconds(), nothing.perSecond()))
        .reduce(Fitness.FIT, Fitness::plus);
  }

  List<PhaseResult> phases() {
    return List.copyOf(phases.values());
  }

  private void record(List<PhaseResult> results) {
    results.forEach(result -> phases.merge(result.name(), result, PhaseResult::plus));
    patience.leaveIfInterrupted();
  }

  private List<PhaseResult> drive(
      List<Phase> sideBySide, boolean measured, BiConsumer<Phase, WindowSnapshot> each) {
    patience.leaveIfInterrupted();
    for (Phase phase : sideBySide) {
      events.publish(
          new RunEvent.PhaseStarted(check.id(), phase.name(), phase.load().kind(), measured));
    }
    var results = new ConcurrentHashMap<Phase, PhaseResult>();
    var windows =
        sideBySide.stream()
            .map(
                phase ->
                    driver
                        .drive(phase, result -> results.put(phase, result))
                        .onItem()
                        .invoke(window -> publish(phase, window))
                        .onItem()
                        .invoke(window -> each.accept(phase, window)))
            .toList();
    var strain = new StrainWatch(targets.strain(), ticker, driver.threads());
    try {
      Multi.createBy()
          .merging()
          .streams(windows)
          .onItem()
          .ignoreAsUni()
          .await()
          .atMost(patience.left());
    } catch (TimeoutException e) {
      driver.stop(Duration.ZERO);
      throw driver.responds() ? patience.timedOut() : CheckStoppedException.blocked();
    }
    Strain seen = strain.end();
    return sideBySide.stream()
        .map(phase -> conserved(phase, results.get(phase)).under(seen))
        .toList();
  }

  private void publish(Phase phase, WindowSnapshot window) {
    events.publish(new RunEvent.WindowClosed(check.id(), phase.name(), window));
  }

  /** What was due has ended, in one way or another; else no figure of the run means anything. */
  private static PhaseResult conserved(Phase phase, @Nullable PhaseResult result) {
    if (result == null || !result.counts().conserved()) {
      throw new IllegalStateException(
          "operations were lost in phase %s: %s".formatted(phase.name(), result));
    }
    return result;
  }
}
