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

  static Figure of(boolean yes) {
    return of(yes ? 1 : 0);
  }

  /** No value, and why. */
  static Figure missing(String reason) {
    return new Missing(reason);
  }

  /**
   * There is a value.
   *
   * @param value in the unit of its metric; finite
   * @param samples observations it rests on; at least 0
   */
  record Measured(double value, long samples) implements Figure {
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a figure is finite, not " + value);
      }
    }
  }

  /**
   * There is none.
   *
   * @param reason why it could not be measured, in plain words
   */
  record Missing(String reason) implements Figure {}
}
