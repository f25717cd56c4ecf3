package dev.harness.api;

import dev.harness.user.UserExecutionContext;

/**
 * Who an operation is done for.
 *
 * @param context with ids for user, conversation, run and request
 * @param canary the user's secret: who gets to see it is this user, or has seen what is another's
 */
public record User(UserExecutionContext context, String canary) {

  /** The user's id. */
  public String id() {
    return context.userId();
  }

  /** Names the request but neither user nor canary, so that it can be logged. */
  @Override
  public String toString() {
    return "User[" + context.requestId() + "]";
  }
}
