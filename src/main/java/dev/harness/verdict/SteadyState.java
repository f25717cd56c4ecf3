package dev.harness.verdict;

import dev.harness.measure.Series;
import dev.harness.measure.Series.Slot;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.stats.Median;
import dev.harness.stats.Mser5;
import dev.harness.stats.TheilSen;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether response times had come to rest while a load lasted: only then does the load's length not
 * decide its figures. Nothing is cut off and nothing prolonged by it; what is not steady is not
 * judged.
 *
 * @param cutSeconds from the start, before which response times were unlike the rest ({@link
 *     Mser5}); half of the load's time where they changed all along, which is steady all the same
 *     where the halves differ by no more than 10 %; NaN without a claim
 * @param driftPercent how far the trend ({@link TheilSen}) takes them from first to last, in
 *     percent of their median; NaN without a claim
 * @param reason in plain words why it is not steady, or makes no claim; empty where it is
 */
public record SteadyState(Claim claim, double cutSeconds, double driftPercent, String reason) {
  private static final double LEAST_SECONDS = 20;

  /** A cut finds changes of any size; what changes by less than this is steady enough to judge. */
  private static final double MATERIAL_PERCENT = 10;

  private static final int LEAST_SLOTS = Mser5.LEAST_BATCHES * Mser5.BATCH;

  /** What a phase can say of itself. */
  public enum Claim {
    /** It is too short for that, or its load changes, or too little completed. */
    NONE,
    STEADY,
    NOT_STEADY;

    /** As written in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of a whole phase. */
  public static SteadyState of(Kind kind, Series series) {
    if (kind != Kind.STEADY) {
      return none("only a load that comes at one rate can be steady");
    }
    double seconds = series.slots().size() * series.slotSeconds();
    if (seconds < LEAST_SECONDS) {
      return none("%.1f s are too short to be steady: it takes 20 s".formatted(seconds));
    }
    double[] means = series.slots().stream().mapToDouble(Slot::meanMillis).toArray();
    double[] seen = Arrays.stream(means).filter(Double::isFinite).toArray();
    return seen.length < LEAST_SLOTS
        ? none(
            "something completed in only %d of %d slots: it takes %d"
                .formatted(seen.length, means.length, LEAST_SLOTS))
        : of(seen, series.slotSeconds());
  }

  private static SteadyState none(String reason) {
    return new SteadyState(Claim.NONE, Double.NaN, Double.NaN, reason);
  }

  private static SteadyState of(double[] means, double slotSeconds) {
    Mser5 cut = Mser5.of(means);
    double cutSeconds = cut.cut() * Mser5.BATCH * slotSeconds;
    double[] batches = Mser5.batches(means);
    double drift = driftPercent(batches);
    double before = beforePercent(batches, cut.cut());
    return cut.steady() || Math.abs(before) <= MATERIAL_PERCENT
        ? new SteadyState(Claim.STEADY, cutSeconds, drift, "")
        : new SteadyState(Claim.NOT_STEADY, cutSeconds, drift, unsteady(before));
  }

  private static String unsteady(double before) {
    return "response times still changed after half of its time, before which they were %,.0f %% %s"
        .formatted(Math.abs(before), before > 0 ? "higher" : "lower");
  }

  /** By how much the mean in front of the cut lies above that behind it. */
  private static double beforePercent(double[] batches, int cut) {
    double front = Arrays.stream(batches, 0, cut).average().orElse(0);
    double behind = Arrays.stream(batches, cut, batches.length).average().orElseThrow();
    return behind == 0 ? 0 : 100 * (front / behind - 1);
  }

  private static double driftPercent(double[] batches) {
    double[] times = IntStream.range(0, batches.length).asDoubleStream().toArray();
    double drift = TheilSen.slope(times, batches) * batches.length;
    double level = Median.of(batches);
    return level == 0 ? 0 : 100 * drift / level;
  }
}
