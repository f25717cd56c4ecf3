package dev.harness.control.validation;

/** How something stands. In order of weight: of several, the heaviest stands for all. */
public enum State {
  OK,
  /** Verdicts can be had, and should be taken with care. */
  DOUBTFUL,
  /** No verdict that is had here can be trusted. */
  FAILED
}
