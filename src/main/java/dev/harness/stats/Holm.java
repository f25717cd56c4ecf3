package dev.harness.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of several hypotheses may be rejected at once, so that the risk of rejecting any that is
 * true stays below a bound: the smallest p must be below risk / n, the next below risk / (n − 1),
 * and so on until one is not.
 *
 * <p>S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
 * Statistics 6 (1979).
 */
public final class Holm {
  private Holm() {}

  /** For each p, whether its hypothesis is rejected. */
  public static List<Boolean> rejected(double risk, double... p) {
    Integer[] bySize = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
    Arrays.sort(bySize, (a, b) -> Double.compare(p[a], p[b]));
    Boolean[] rejected = new Boolean[p.length];
    Arrays.fill(rejected, false);
    for (int k = 0; k < p.length && p[bySize[k]] <= risk / (p.length - k); k++) {
      rejected[bySize[k]] = true;
    }
    return List.of(rejected);
  }
}
