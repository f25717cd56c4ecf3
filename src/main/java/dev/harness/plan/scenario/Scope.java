package dev.harness.plan.scenario;

import dev.harness.user.UserExecutionContext;
import java.util.HashMap;
import java.util.Map;

/** What variables stand for in one iteration. Belongs to the event loop that carries it out. */
public final class Scope {
  private final UserExecutionContext context;
  private final Map<String, String> user;
  private final Map<String, String> captured = new HashMap<>();

  /**
   * @param context whose iteration it is
   * @param user what {@code ${user.…}} stands for, by name
   */
  public Scope(UserExecutionContext context, Map<String, String> user) {
    this.context = context;
    this.user = user;
  }

  public UserExecutionContext context() {
    return context;
  }

  /** Keeps what a step has found in its answer, for those after it. */
  public void capture(String name, String value) {
    captured.put(name, value);
  }

  /** Lets go of what an earlier step has captured: the last one has not found it. */
  public void forget(String name) {
    captured.remove(name);
  }

  boolean hasCaptured(String name) {
    return captured.containsKey(name);
  }

  String ofUser(String name) {
    return known(user, "user." + name, name);
  }

  String captured(String name) {
    return known(captured, name, name);
  }

  /** A plan that was read names nothing else. */
  private static String known(Map<String, String> values, String written, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing is known as ${%s}".formatted(written));
    }
    return value;
  }
}
