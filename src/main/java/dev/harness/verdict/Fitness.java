package dev.harness.verdict;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.measure.Strain;
import dev.harness.measure.WindowSnapshot;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a load can be judged by: whether the generator did what it was told, and response times
 * had come to rest. It can excuse a broken limit and spoil a load, and never decide either: a limit
 * that is met in spite of a late generator is met.
 *
 * <p>Each rule gives a fitness of its own; which of them apply follows from the kind of load. They
 * merge by {@link #plus}, with {@link #FIT}.
 *
 * @param excuse why a limit that is missed may not be the target's fault
 * @param spoiled why nothing can be concluded from this load at all
 * @param drifts of phases that were steady but for a trend
 */
public record Fitness(Optional<String> excuse, Optional<String> spoiled, List<Drift> drifts) {
  /** Nothing to say against it. */
  public static final Fitness FIT = new Fitness(Optional.empty(), Optional.empty(), List.of());

  private static final double MOST_LAG_MILLIS = 10;

  /** An event loop that is busier is always a little late, whether or not a slot shows it. */
  private static final double MOST_LOOP_PERCENT = 90;

  private static final double MOST_DROPPED = 0.001;
  private static final double MOST_WITHOUT_DATA = 0.1;

  /** Little's law must hold within this part of the operations in flight. */
  private static final double MOST_APART = 0.05;

  /** With fewer operations, the ends of the phase weigh too much for the law. */
  private static final long LEAST_FOR_LAW = 500;

  /** Beyond this part of what the driver reaches against nothing, a load measures the driver. */
  private static final double SATURATED = 0.8;

  /** What a late generator makes worse; counts and answers it does not. */
  private static final Set<Unit> TOUCHED = Set.of(Unit.MILLISECONDS, Unit.PER_SECOND, Unit.PERCENT);

  public Fitness {
    drifts = List.copyOf(drifts);
  }

  /** An open load must have been offered: nearly all of it, and in nearly all its windows. */
  public static Fitness offered(Counts counts, WindowTally windows) {
    if (counts.dropped() > MOST_DROPPED * counts.due()) {
      return spoiledBy(
          "the load was not offered: the generator dropped %,d of %,d operations"
              .formatted(counts.dropped(), counts.due()));
    }
    return windows.withoutData() > MOST_WITHOUT_DATA * windows.windows()
        ? spoiledBy(
            "the load was not offered in %,d of %,d windows"
                .formatted(windows.withoutData(), windows.windows()))
        : FIT;
  }

  /** What comes at times of its own must have been sent at them, by a loop with time to spare. */
  public static Fitness onTime(Distribution lag, Strain strain) {
    String causes = String.join(", ", strain.causes());
    if (lag.percentile(0.99) instanceof Figure.Measured late && late.value() > MOST_LAG_MILLIS) {
      return excusedBy(
          "the generator, not the target: %.1f ms late at the 99th percentile%s"
              .formatted(late.value(), causes.isEmpty() ? "" : "; " + causes));
    }
    return strain.loopBusyPercent() > MOST_LOOP_PERCENT
        ? excusedBy("the generator, not the target: " + causes)
        : FIT;
  }

  /** Work in this process is its own load: only a machine that withholds time excuses it. */
  public static Fitness unstarved(Strain strain) {
    return strain.starved()
        ? excusedBy("the machine, not the code: " + String.join(", ", strain.shortages()))
        : FIT;
  }

  /**
   * A closed load keeps its driver busy by design: it is the target that was slow, unless there was
   * hardly any.
   *
   * @param perSecond operations that completed
   * @param againstNothing operations that the same driver completes with a null target
   */
  public static Fitness unsaturated(double perSecond, double againstNothing) {
    return perSecond > SATURATED * againstNothing
        ? excusedBy(
            "the generator, not the target: %,.0f/s of the %,.0f/s that it reaches against nothing"
                .formatted(perSecond, againstNothing))
        : FIT;
  }

  /**
   * Little's law, for a load at one rate: operations in flight are throughput × service time.
   *
   * @param total all that was due
   * @param meanInFlight operations under way on average, counted by the driver
   * @param seconds that the phase lasted
   */
  public static Fitness lawful(WindowSnapshot total, double meanInFlight, double seconds) {
    Counts counts = total.counts();
    boolean applies = counts.completed() == counts.due() && counts.due() >= LEAST_FOR_LAW;
    if (applies && total.service().mean() instanceof Figure.Measured meanMillis) {
      double byLaw = counts.completed() / seconds * meanMillis.value() / 1_000;
      if (Math.abs(meanInFlight - byLaw) > MOST_APART * meanInFlight) {
        return spoiledBy(
            "the measurement contradicts itself: %.2f operations in flight, %.2f by Little's law"
                .formatted(meanInFlight, byLaw));
      }
    }
    return FIT;
  }

  /** Response times must have come to rest, where the phase was long enough to tell. */
  public static Fitness steady(String phase, SteadyState state) {
    return switch (state.claim()) {
      case NONE -> FIT;
      case NOT_STEADY -> spoiledBy("%s was not steady: %s".formatted(phase, state.reason()));
      case STEADY ->
          new Fitness(
              Optional.empty(), Optional.empty(), List.of(new Drift(phase, state.driftPercent())));
    };
  }

  private static Fitness excusedBy(String reason) {
    return new Fitness(Optional.of(reason), Optional.empty(), List.of());
  }

  private static Fitness spoiledBy(String reason) {
    return new Fitness(Optional.empty(), Optional.of(reason), List.of());
  }

  /** Both, for a check that drove several loads, or a load to which several rules apply. */
  public Fitness plus(Fitness other) {
    var both = new ArrayList<>(drifts);
    both.addAll(other.drifts);
    return new Fitness(excuse.or(other::excuse), spoiled.or(other::spoiled), both);
  }

  /** The judgement, or one that leaves it open: it can be no better than its load. */
  Judgement reserve(Judgement judgement) {
    return switch (judgement.verdict()) {
      case PASS -> against(judgement).map(judgement::inconclusive).orElse(judgement);
      case BREACH ->
          mustBeNone(judgement)
              ? judgement
              : against(judgement)
                  .or(() -> excuses(judgement.criterion().metric().unit()))
                  .map(judgement::inconclusive)
                  .orElse(judgement);
      default -> judgement;
    };
  }

  /** What must not be there at all and was seen was seen, whatever the load was like. */
  private static boolean mustBeNone(Judgement judgement) {
    var criterion = judgement.criterion();
    return criterion.metric().unit() == Unit.COUNT
        && criterion.bound() == Bound.AT_MOST
        && judgement.limit() != null
        && judgement.limit().value() == 0;
  }

  private Optional<String> against(Judgement judgement) {
    return spoiled.or(
        () -> drifts.stream().flatMap(drift -> drift.against(judgement).stream()).findFirst());
  }

  private Optional<String> excuses(Unit unit) {
    return TOUCHED.contains(unit) ? excuse : Optional.empty();
  }
}
