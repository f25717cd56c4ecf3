package dev.harness.user;

import org.jspecify.annotations.Nullable;

/**
 * Who a request runs for. Immutable, and valid once it exists.
 *
 * @param userId whose request it is
 * @param threadId the conversation it belongs to
 * @param runId the execution within that conversation
 * @param requestId this one request
 * @param websocketConnectionId where the user's events go, if a stream is open
 */
public record UserExecutionContext(
    String userId,
    String threadId,
    String runId,
    String requestId,
    @Nullable String websocketConnectionId) {

  /**
   * @throws InvalidContextException naming the first field that is null, empty, blank, a
   *     placeholder ("None", "registry", …), oversized, or has control characters
   */
  public UserExecutionContext {
    ContextId.require("userId", userId);
    ContextId.require("threadId", threadId);
    ContextId.require("runId", runId);
    ContextId.require("requestId", requestId);
    if (websocketConnectionId != null) {
      ContextId.require("websocketConnectionId", websocketConnectionId);
    }
  }

  /** A context without a stream. */
  public UserExecutionContext(String userId, String threadId, String runId, String requestId) {
    this(userId, threadId, runId, requestId, null);
  }

  /** The same request with its events going to another stream. */
  public UserExecutionContext withWebsocketConnection(String connectionId) {
    return new UserExecutionContext(userId, threadId, runId, requestId, connectionId);
  }

  /** Names the request but hides the user, so that it can be logged. */
  @Override
  public String toString() {
    return "UserExecutionContext[user=hidden, thread=%s, run=%s, request=%s, websocket=%s]"
        .formatted(threadId, runId, requestId, websocketConnectionId);
  }
}
