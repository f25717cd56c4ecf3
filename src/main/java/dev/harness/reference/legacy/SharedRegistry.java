package dev.harness.reference.legacy;

import java.util.HashMap;
import java.util.Map;

/**
 * All contexts of all users, and which of them is current: whoever came last. Its lock keeps the
 * maps whole, and nobody apart.
 */
public final class SharedRegistry {
  private final Map<String, Map<String, Object>> contexts = new HashMap<>();
  private Map<String, Object> current = new HashMap<>();

  /** Registers a context under its request, and makes it the current one. Checks nothing. */
  public synchronized Map<String, Object> enter(
      String userId, String threadId, String runId, String requestId) {
    var context = new HashMap<String, Object>();
    context.put("user_id", userId);
    context.put("thread_id", threadId);
    context.put("run_id", runId);
    context.put("request_id", requestId);
    contexts.put(requestId, context);
    current = context;
    return context;
  }

  /** Makes a context the current one again. */
  public synchronized void resume(Map<String, Object> context) {
    current = context;
  }

  /** Whoever is current. */
  public synchronized Map<String, Object> current() {
    return current;
  }

  /** Forgets a request; what is current stays so. */
  public synchronized void leave(String requestId) {
    contexts.remove(requestId);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    contexts.clear();
    current = new HashMap<>();
  }
}
