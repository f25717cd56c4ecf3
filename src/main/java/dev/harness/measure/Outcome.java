package dev.harness.measure;

/**
 * How an operation ended. The kinds are a closed set; refusals and failures also say why.
 *
 * @param kind which of the seven ends it was
 * @param reason a short class such as {@code status-500}, empty where the kind says it all
 */
public record Outcome(Kind kind, String reason) {

  /** The ends an operation can have. Every operation that was due has exactly one. */
  public enum Kind {
    /** Answered as it should be. */
    COMPLETED,
    /** Turned away explicitly and well-formed: 429, 503 with a reason, a limit reached. */
    REFUSED,
    /** Answered wrongly, or broken off. */
    FAILED,
    /** Sent, and not answered within its timeout. */
    TIMED_OUT,
    /** Never sent: no slot came free within its timeout. Charged to the target. */
    EXPIRED,
    /** Under way or waiting when the run was stopped. */
    UNFINISHED,
    /**
     * The generator itself came more than a second late, or than its timeout where that is shorter:
     * to send it into a free slot, or to notice that it was due at all.
     */
    DROPPED
  }

  public static final Outcome COMPLETED = new Outcome(Kind.COMPLETED, "");
  public static final Outcome TIMED_OUT = new Outcome(Kind.TIMED_OUT, "");
  public static final Outcome EXPIRED = new Outcome(Kind.EXPIRED, "");
  public static final Outcome UNFINISHED = new Outcome(Kind.UNFINISHED, "");
  public static final Outcome DROPPED = new Outcome(Kind.DROPPED, "");

  /** Turned away for the reason given. */
  public static Outcome refused(String reason) {
    return new Outcome(Kind.REFUSED, reason);
  }

  /** Went wrong in the way given: a class of failures, never text of the target's. */
  public static Outcome failed(String reason) {
    return new Outcome(Kind.FAILED, reason);
  }

  /** Whether the target owed an answer and gave none, or a wrong one. */
  boolean wentWrong() {
    return kind == Kind.FAILED || kind == Kind.TIMED_OUT;
  }
}
