package dev.harness.stats;

/** How far one thing lies above another, as far as data tell. */
public interface Difference {

  /** The estimate, with one-sided 95 % bounds. */
  Interval interval();

  /** How likely the data would be if the truth were no more than that: one-sided p. */
  double atMost(double difference);

  /** The mirror: if the truth were no less than that. */
  double atLeast(double difference);
}
