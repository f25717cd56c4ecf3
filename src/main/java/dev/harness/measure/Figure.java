package dev.harness.measure;

/** The value of a metric, or the reason why there is none. */
public sealed interface Figure {

  /** A value that was measured. */
  static Figure of(double value, long samples) {
    return Double.isFinite(value)
        ? new Measured(value, samples)
        : missing("the measurement gave no number");
  }

  /** A value read once, or counted. */
  static Figure of(double value) {
    return of(value, 1);
  }

  /** A value with the bounds within which it truly lies, at 95 % for each. */
  static Figure estimate(double value, double lower, double upper, long samples) {
    return Double.isFinite(value)
        ? new Measured(value, samples, Math.min(lower, value), Math.max(upper, value))
        : missing("the measurement gave no number");
  }

  static Figure of(boolean yes) {
    return of(yes ? 1 : 0);
  }

  /** No value, and why. */
  static Figure missing(String reason) {
    return new Missing(reason);
  }

  /** The same in a unit so many times smaller; a figure that is missing stays so. */
  default Figure times(double factor) {
    return this;
  }

  /**
   * There is a value.
   *
   * @param value in the unit of its metric; finite
   * @param samples observations it rests on; at least 0
   * @param lower it is no smaller, at 95 %; the value itself where it was counted or read
   * @param upper it is no greater, at 95 %
   */
  record Measured(double value, long samples, double lower, double upper) implements Figure {
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a figure is finite, not " + value);
      }
      if (!(lower <= value && value <= upper)) {
        throw new IllegalArgumentException(
            "bounds of %s lie about it, not at %s and %s".formatted(value, lower, upper));
      }
    }

    /** A value that is what it is. */
    public Measured(double value, long samples) {
      this(value, samples, value, value);
    }

    /** Whether it was estimated, and could be another. */
    public boolean estimated() {
      return lower < upper;
    }

    @Override
    public Figure times(double factor) {
      return new Measured(value * factor, samples, lower * factor, upper * factor);
    }
  }

  /**
   * There is none.
   *
   * @param reason why it could not be measured, in plain words
   */
  record Missing(String reason) implements Figure {}
}
