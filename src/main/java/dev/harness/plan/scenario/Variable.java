package dev.harness.plan.scenario;

import dev.harness.user.UserExecutionContext;

/** Something that has a value in each iteration of a scenario, written {@code ${user.id}}. */
public sealed interface Variable {

  /** As it is written between the braces; never its value. */
  String written();

  /** Its value. */
  String in(Scope scope);

  /** Whether it has one: what only some iterations capture may have none. */
  default boolean known(Scope scope) {
    return true;
  }

  /** Whether its value may be shown: it is no secret, neither the user's nor the plan's. */
  boolean mayBeShown();

  /**
   * Something of the user whose iteration it is: the id, the canary, or a column of the feeder.
   *
   * @param name as {@code id}
   */
  record OfUser(String name) implements Variable {
    @Override
    public String written() {
      return "user." + name;
    }

    @Override
    public String in(Scope scope) {
      return scope.ofUser(name);
    }

    @Override
    public boolean mayBeShown() {
      return name.equals(Users.ID) || name.equals(Users.CANARY);
    }
  }

  /** An id of the iteration, which no other iteration of the run has, or of what it belongs to. */
  enum OfContext implements Variable {
    REQUEST("request.id"),
    THREAD("thread.id"),
    RUN("run.id");

    private final String written;

    OfContext(String written) {
      this.written = written;
    }

    @Override
    public String written() {
      return written;
    }

    @Override
    public String in(Scope scope) {
      UserExecutionContext context = scope.context();
      return switch (this) {
        case REQUEST -> context.requestId();
        case THREAD -> context.threadId();
        case RUN -> context.runId();
      };
    }

    @Override
    public boolean mayBeShown() {
      return true;
    }
  }

  /** What a step before this one has captured. */
  record Captured(String name) implements Variable {
    @Override
    public String written() {
      return name;
    }

    @Override
    public String in(Scope scope) {
      return scope.captured(name);
    }

    @Override
    public boolean known(Scope scope) {
      return scope.hasCaptured(name);
    }

    @Override
    public boolean mayBeShown() {
      return true;
    }
  }

  /**
   * What an environment variable or a file held when the plan was read.
   *
   * @param written as {@code env:TOKEN}
   */
  record Secret(String written, String value) implements Variable {
    @Override
    public String in(Scope scope) {
      return value;
    }

    @Override
    public boolean mayBeShown() {
      return false;
    }

    @Override
    public String toString() {
      return written;
    }
  }
}
