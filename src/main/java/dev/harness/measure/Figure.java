package dev.harness.measure;

/** The value of a metric, or the reason why there is none. */
public sealed interface Figure {
  /** Operations without which a share, a rate or a mean is no figure: as many as a P95 needs. */
  long LEAST_OPERATIONS = Distribution.samplesNeeded(0.95);

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
        ? new Measured(value, samples, Math.min(lower, value), Math.max(upper, value), false)
        : missing("the measurement gave no number");
  }

  /**
   * A mean of operations, or their rate; missing where they are fewer than {@link
   * #LEAST_OPERATIONS}.
   */
  static Figure ofMany(double value, long operations) {
    return operations < LEAST_OPERATIONS ? tooFew(operations) : of(value, operations);
  }

  /**
   * How many of some operations ended in a certain way. It is an estimate of how likely they do,
   * and shows that a limit is kept only where there were enough of them; missing where they are
   * fewer than {@link #LEAST_OPERATIONS}.
   *
   * @param percent of them
   */
  static Figure share(double percent, long operations) {
    if (operations < LEAST_OPERATIONS) {
      return tooFew(operations);
    }
    return Double.isFinite(percent)
        ? new Measured(percent, operations, percent, percent, true)
        : missing("the measurement gave no number");
  }

  private static Figure tooFew(long operations) {
    return missing(
        "it takes %,d operations, there are %,d".formatted(LEAST_OPERATIONS, operations));
  }

  static Figure of(boolean yes) {
    return of(yes ? 1 : 0);
  }

  /** No value, and why. */
  static Figure missing(String reason) {
    return new Missing(reason, false);
  }

  /** No value, because what is measured has nothing of the kind, and need not have. */
  static Figure notOffered(String reason) {
    return new Missing(reason, true);
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
   * @param share whether it is the part of the samples, in percent, that ended in a certain way
   */
  record Measured(double value, long samples, double lower, double upper, boolean share)
      implements Figure {
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
      this(value, samples, value, value, false);
    }

    /** Whether it was estimated, and could be another. */
    public boolean estimated() {
      return lower < upper;
    }

    @Override
    public Figure times(double factor) {
      return new Measured(value * factor, samples, lower * factor, upper * factor, false);
    }
  }

  /**
   * There is none.
   *
   * @param reason why it could not be measured, in plain words
   * @param notOffered whether there is nothing to measure: then its lack speaks against nobody
   */
  record Missing(String reason, boolean notOffered) implements Figure {}
}
