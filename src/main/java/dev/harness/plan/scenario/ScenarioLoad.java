package dev.harness.plan.scenario;

import dev.harness.pace.Arrivals;
import dev.harness.pace.Constant;
import dev.harness.pace.Poisson;
import dev.harness.pace.Ramp;
import dev.harness.pace.Stages;
import dev.harness.pace.ThinkTime;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.PlainNumber;
import dev.harness.random.Seed;
import dev.harness.time.DurationText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** How the iterations of a scenario come. What it leaves to chance, each run decides anew. */
public sealed interface ScenarioLoad {

  /**
   * The load to be measured.
   *
   * @param slots iterations under way at once, at the most; a closed load has its own
   */
  LoadProfile measured(int slots, Seed seed);

  /** What comes before it, to let both sides get going. */
  LoadProfile warmUp(Duration time, int slots);

  Duration duration();

  /**
   * The part of it from one share to another. Parts that adjoin come to the whole.
   *
   * @param from shares before it; at least 0
   * @param to more than from; at most {@code of}
   * @param of all shares
   * @throws IllegalArgumentException where it is too little to be a load
   */
  ScenarioLoad part(int from, int to, int of);

  /** A part of a rate may have digits without end. */
  private static String words(double rate) {
    return PlainNumber.of(new BigDecimal(rate).round(new MathContext(6)).doubleValue());
  }

  private static double part(double rate, int from, int to, int of) {
    return rate * (to - from) / of;
  }

  /** In a few words, as {@code 50/s for 30s}. */
  String words();

  /** Iterations come at times of their own, whether or not the service keeps up. */
  sealed interface Open extends ScenarioLoad {

    Arrivals arrivals(Seed seed);

    /** The rate of its warm-up. */
    double baseRate();

    @Override
    default LoadProfile measured(int slots, Seed seed) {
      return new LoadProfile.Open(arrivals(seed), slots);
    }

    @Override
    default LoadProfile warmUp(Duration time, int slots) {
      return new LoadProfile.Open(new Constant(baseRate(), time), slots);
    }
  }

  /**
   * At one rate, evenly or by chance.
   *
   * @param perSecond above 0, at most 1,000,000
   * @param byChance whether each comes without regard to the others, as those of many users do
   * @param duration above 0, at most seven days
   */
  record AtOneRate(double perSecond, boolean byChance, Duration duration) implements Open {
    public AtOneRate {
      requireValid(new Constant(perSecond, duration));
    }

    @Override
    public ScenarioLoad part(int from, int to, int of) {
      return new AtOneRate(ScenarioLoad.part(perSecond, from, to, of), byChance, duration);
    }

    @Override
    public Arrivals arrivals(Seed seed) {
      return byChance ? new Poisson(perSecond, duration, seed) : new Constant(perSecond, duration);
    }

    @Override
    public double baseRate() {
      return perSecond;
    }

    @Override
    public String words() {
      return "%s/s%s for %s"
          .formatted(
              ScenarioLoad.words(perSecond),
              byChance ? " by chance" : "",
              DurationText.of(duration));
    }
  }

  /**
   * At a rate that rises or falls evenly.
   *
   * @param from per second; 0 to 1,000,000
   * @param to per second; 0 to 1,000,000, not 0 as well
   * @param duration above 0, at most seven days
   */
  record Changing(double from, double to, Duration duration) implements Open {
    public Changing {
      requireValid(new Ramp(from, to, duration));
    }

    @Override
    public ScenarioLoad part(int first, int last, int of) {
      return new Changing(
          ScenarioLoad.part(from, first, last, of),
          ScenarioLoad.part(to, first, last, of),
          duration);
    }

    @Override
    public Arrivals arrivals(Seed seed) {
      return new Ramp(from, to, duration);
    }

    @Override
    public double baseRate() {
      return from > 0 ? from : to;
    }

    @Override
    public String words() {
      return "%s to %s/s in %s"
          .formatted(ScenarioLoad.words(from), ScenarioLoad.words(to), DurationText.of(duration));
    }
  }

  /**
   * At a base rate, a peak rate at once, and the base rate again.
   *
   * @param base per second; above 0, at most 1,000,000
   * @param peak as base
   * @param before above 0, as the other times; together at most seven days
   */
  record Spike(double base, double peak, Duration before, Duration during, Duration after)
      implements Open {
    public Spike {
      requireValid(stages(base, peak, before, during, after));
    }

    @Override
    public ScenarioLoad part(int from, int to, int of) {
      return new Spike(
          ScenarioLoad.part(base, from, to, of),
          ScenarioLoad.part(peak, from, to, of),
          before,
          during,
          after);
    }

    @Override
    public Arrivals arrivals(Seed seed) {
      return stages(base, peak, before, during, after);
    }

    private static Arrivals stages(
        double base, double peak, Duration before, Duration during, Duration after) {
      return Stages.of(
          new Constant(base, before), new Constant(peak, during), new Constant(base, after));
    }

    @Override
    public double baseRate() {
      return base;
    }

    @Override
    public Duration duration() {
      return before.plus(during).plus(after);
    }

    @Override
    public String words() {
      return "%s/s with a spike of %s/s for %s"
          .formatted(ScenarioLoad.words(base), ScenarioLoad.words(peak), DurationText.of(during));
    }
  }

  /**
   * So many at once, each after another has ended.
   *
   * @param users 1 to 100,000
   * @param duration above 0, at most seven days
   * @param thinkTime between the end of one and the start of the next; 0 to an hour
   */
  record Closed(int users, Duration duration, Duration thinkTime) implements ScenarioLoad {
    public Closed {
      profile(users, duration, thinkTime);
    }

    @Override
    public ScenarioLoad part(int from, int to, int of) {
      int part = upTo(to, of) - upTo(from, of);
      if (part == 0) {
        throw new IllegalArgumentException(
            "%,d at once are too few for these weights: one scenario would have nobody"
                .formatted(users));
      }
      return new Closed(part, duration, thinkTime);
    }

    private int upTo(int share, int of) {
      return (int) Math.round((double) users * share / of);
    }

    @Override
    public LoadProfile measured(int slots, Seed seed) {
      return profile(users, duration, thinkTime);
    }

    @Override
    public LoadProfile warmUp(Duration time, int slots) {
      return profile(users, time, thinkTime);
    }

    private static LoadProfile profile(int users, Duration duration, Duration thinkTime) {
      return LoadProfile.Closed.lasting(users, duration).thinking(new ThinkTime.Fixed(thinkTime));
    }

    @Override
    public String words() {
      return "%,d at once for %s".formatted(users, DurationText.of(duration));
    }
  }

  /** Whoever makes arrivals has them validate. */
  private static void requireValid(Arrivals arrivals) {
    arrivals.count();
  }
}
