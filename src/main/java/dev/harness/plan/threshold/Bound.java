package dev.harness.plan.threshold;

/** The side of a limit on which a figure must stay. The limit itself is met. */
public enum Bound {
  AT_MOST {
    @Override
    public boolean met(double figure, double limit) {
      return figure <= limit;
    }

    @Override
    double room(double figure, double limit) {
      return limit - figure;
    }
  },
  AT_LEAST {
    @Override
    public boolean met(double figure, double limit) {
      return figure >= limit;
    }

    @Override
    double room(double figure, double limit) {
      return figure - limit;
    }
  };

  /** Whether the figure keeps to the limit. */
  public abstract boolean met(double figure, double limit);

  abstract double room(double figure, double limit);

  /**
   * What is left before the limit, in percent of it: negative where it is broken, NaN where the
   * limit is 0 and there is nothing to be a part of.
   */
  public double marginPercent(double figure, double limit) {
    return limit == 0 ? Double.NaN : 100 * room(figure, limit) / Math.abs(limit);
  }

  /** As written between figure and limit. */
  public String symbol() {
    return this == AT_MOST ? "≤" : "≥";
  }
}
