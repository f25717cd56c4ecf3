package dev.harness.verdict;

import dev.harness.measure.Figure;
import dev.harness.stats.Median;
import java.util.List;
import java.util.function.Function;

/**
 * A round of allocating, releasing and collecting, in bytes of heap.
 *
 * @param before the live set before it
 * @param peakUsed what was used with everything allocated, garbage included
 * @param peakLive the live set with everything allocated
 * @param after the live set after all was released
 */
public record Reclaimed(Figure before, Figure peakUsed, Figure peakLive, Figure after) {
  /** Of less, what comes and goes by itself would be too great a part. */
  private static final double LEAST_BYTES = 16.0 * 1024 * 1024;

  /** (peak − live after) / (peak − live before) in percent, the median of rounds. */
  public static Figure medianEffectiveness(List<Reclaimed> rounds) {
    return median(rounds, round -> share(round.before, round.peakUsed, round.after));
  }

  /** (peak live − live after) / (peak live − live before) in percent, the median of rounds. */
  public static Figure medianRecovery(List<Reclaimed> rounds) {
    return median(rounds, round -> share(round.before, round.peakLive, round.after));
  }

  private static Figure share(Figure before, Figure peak, Figure after) {
    if (!(before instanceof Figure.Measured start)) {
      return before;
    }
    if (!(peak instanceof Figure.Measured top)) {
      return peak;
    }
    if (!(after instanceof Figure.Measured end)) {
      return after;
    }
    double allocated = top.value() - start.value();
    return allocated < LEAST_BYTES
        ? Figure.missing(
            "a round allocated %.1f MB, too little to judge by".formatted(allocated / (1 << 20)))
        : Figure.of(100 * (top.value() - end.value()) / allocated);
  }

  private static Figure median(List<Reclaimed> rounds, Function<Reclaimed, Figure> share) {
    double[] shares = new double[rounds.size()];
    for (int i = 0; i < shares.length; i++) {
      if (!(share.apply(rounds.get(i)) instanceof Figure.Measured measured)) {
        return share.apply(rounds.get(i));
      }
      shares[i] = measured.value();
    }
    return shares.length == 0
        ? Figure.missing("there was no round")
        : Figure.of(Median.of(shares), shares.length);
  }
}
