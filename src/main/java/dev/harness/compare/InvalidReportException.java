package dev.harness.compare;

/** A file is no report, or none that can be compared: what and why, in one line. */
public final class InvalidReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidReportException(String message) {
    super(message);
  }
}
