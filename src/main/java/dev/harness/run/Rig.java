package dev.harness.run;

import dev.harness.plan.TestConfiguration;
import dev.harness.run.drive.Driver;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.UserPopulation;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What one check works with: targets to hit, a driver to hit them with, and its share of time.
 * Belongs to the thread of the run. All waiting is done here, and never beyond the check's timeout.
 */
public final class Rig {
  private final Check check;
  private final RunPlan plan;
  private final Targets targets;
  private final Driver driver;
  private final RunEvents events;
  private final Interruption interruption;
  private final Ticker ticker;
  private final long deadlineNanos;
  private final List<PhaseResult> phases = new ArrayList<>();

  Rig(
      Check check,
      RunPlan plan,
      Targets targets,
      Driver driver,
      RunEvents events,
      Interruption interruption,
      Ticker ticker) {
    this.check = check;
    this.plan = plan;
    this.targets = targets;
    this.driver = driver;
    this.events = events;
    this.interruption = interruption;
    this.ticker = ticker;
    this.deadlineNanos =
        ticker.nanoTime() + plan.ruleset().configuration().checkTimeout().toNanos();
  }

  public Targets targets() {
    return targets;
  }

  public Ticker ticker() {
    return ticker;
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

  /** Users of this run, so many. */
  public UserPopulation users(int size) {
    return new UserPopulation(size, plan.runId());
  }

  /** Drives a phase to its end; it is measured and will be reported. */
  public PhaseResult drive(Phase phase) {
    PhaseResult result = driveUnrecorded(phase);
    phases.add(result);
    leaveIfInterrupted();
    return result;
  }

  /** Drives rounds of the same phase, one after the other; reported as one. */
  public List<PhaseResult> driveRounds(Phase phase, int rounds) {
    var results = new ArrayList<PhaseResult>();
    while (results.size() < rounds) {
      results.add(driveUnrecorded(phase));
      if (interruption.asked() != null) {
        break;
      }
    }
    phases.add(results.stream().reduce(PhaseResult::plus).orElseThrow());
    leaveIfInterrupted();
    return results;
  }

  /** Drives a phase whose samples are kept apart from all that is measured. */
  public void warmUp(Phase phase) {
    driveUnrecorded(phase.named("warm-up"));
    leaveIfInterrupted();
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
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(Math.max(0, timeLeft().toNanos()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | CompletionException | CancellationException e) {
      throw CheckStoppedException.failed(what + ": " + reason(e));
    } catch (java.util.concurrent.TimeoutException e) {
      throw CheckStoppedException.timedOut(configuration().checkTimeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CheckStoppedException.interrupted();
    }
  }

  List<PhaseResult> phases() {
    return List.copyOf(phases);
  }

  private PhaseResult driveUnrecorded(Phase phase) {
    var result = new AtomicReference<PhaseResult>();
    try {
      driver
          .drive(phase, result::set)
          .onItem()
          .invoke(w -> events.publish(new RunEvent.WindowClosed(check.id(), phase.name(), w)))
          .onItem()
          .ignoreAsUni()
          .await()
          .atMost(timeLeft());
    } catch (TimeoutException e) {
      throw CheckStoppedException.timedOut(configuration().checkTimeout());
    }
    PhaseResult whole = Objects.requireNonNull(result.get(), "a phase ended without a result");
    if (!whole.counts().conserved()) {
      throw new IllegalStateException(
          "operations were lost in phase %s: %s".formatted(phase.name(), whole.counts()));
    }
    return whole;
  }

  private Duration timeLeft() {
    long left = deadlineNanos - ticker.nanoTime();
    if (left <= 0) {
      throw CheckStoppedException.timedOut(configuration().checkTimeout());
    }
    return Duration.ofNanos(left);
  }

  private void leaveIfInterrupted() {
    if (interruption.asked() != null) {
      throw CheckStoppedException.interrupted();
    }
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
