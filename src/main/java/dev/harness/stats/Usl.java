package dev.harness.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * The universal scalability law: throughput at concurrency N is γN / (1 + α(N − 1) + βN(N − 1)).
 *
 * <p>N. J. Gunther, "Guerrilla Capacity Planning" (2007).
 *
 * @param alpha contention: the part that cannot run side by side
 * @param beta coherency: what it costs each to agree with every other
 * @param gamma throughput of one alone, per second
 */
public record Usl(double alpha, double beta, double gamma) {
  private static final int PARAMETERS = 3;
  private static final int MOST_STEPS = 1_000;

  /**
   * The law that fits best by least squares.
   *
   * @param concurrency above 0, of at least three different values
   * @param throughput measured at each
   * @throws IllegalArgumentException for fewer points, or other values, or points that no law fits
   */
  public static Usl fit(double[] concurrency, double[] throughput) {
    if (concurrency.length != throughput.length) {
      throw new IllegalArgumentException(
          concurrency.length + " levels for " + throughput.length + " throughputs");
    }
    if (Arrays.stream(concurrency).distinct().count() < PARAMETERS) {
      throw new IllegalArgumentException(
          "three different levels of concurrency at least, not " + Arrays.toString(concurrency));
    }
    if (!Arrays.stream(concurrency).allMatch(n -> n > 0)) {
      throw new IllegalArgumentException(
          "concurrency is above 0, not " + Arrays.toString(concurrency));
    }
    double[] start = {0, 0, throughput[0] / concurrency[0]};
    var problem =
        new LeastSquaresBuilder()
            .model(model(concurrency))
            .target(throughput)
            .start(start)
            .maxEvaluations(MOST_STEPS)
            .maxIterations(MOST_STEPS)
            .build();
    try {
      RealVector found = new LevenbergMarquardtOptimizer().optimize(problem).getPoint();
      return new Usl(found.getEntry(0), found.getEntry(1), found.getEntry(2));
    } catch (MathIllegalStateException e) {
      throw new IllegalArgumentException("no law fits " + Arrays.toString(throughput), e);
    }
  }

  private static MultivariateJacobianFunction model(double[] concurrency) {
    return point -> {
      var law = new Usl(point.getEntry(0), point.getEntry(1), point.getEntry(2));
      double[] values = Arrays.stream(concurrency).map(law::throughput).toArray();
      double[][] slopes = Arrays.stream(concurrency).mapToObj(law::slopes).toArray(double[][]::new);
      return new Pair<>(MatrixUtils.createRealVector(values), MatrixUtils.createRealMatrix(slopes));
    };
  }

  /** Throughput at that concurrency, per second. */
  public double throughput(double n) {
    return gamma * n / cost(n);
  }

  /** The concurrency of the highest throughput; empty where more always gives more. */
  public OptionalDouble peak() {
    return beta > 0 && alpha < 1
        ? OptionalDouble.of(Math.sqrt((1 - alpha) / beta))
        : OptionalDouble.empty();
  }

  private double cost(double n) {
    return 1 + alpha * (n - 1) + beta * n * (n - 1);
  }

  /** How the throughput changes with α, β and γ. */
  private double[] slopes(double n) {
    double byCost = -throughput(n) / cost(n);
    return new double[] {byCost * (n - 1), byCost * n * (n - 1), n / cost(n)};
  }
}
