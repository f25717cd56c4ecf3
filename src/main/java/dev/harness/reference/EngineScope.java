package dev.harness.reference;

import dev.harness.user.UserExecutionContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One engine's own state: whose request it is, and what the request has put aside. It is handed to
 * the work explicitly, so that an asynchronous hop cannot lose it, and it forgets everything when
 * the engine ends.
 *
 * <p>Belongs to one request, which uses it from one thread at a time; only ending may come from
 * another.
 */
public final class EngineScope {
  private final long engine;
  private final UserExecutionContext context;
  private volatile @Nullable Map<String, String> scratch = new HashMap<>(4);

  EngineScope(long engine, UserExecutionContext context) {
    this.engine = engine;
    this.context = context;
  }

  /** Number of the engine, unique within its factory. */
  public long engine() {
    return engine;
  }

  /**
   * Who the request runs for.
   *
   * @throws EngineClosedException where the engine has ended
   */
  public UserExecutionContext context() {
    scratch();
    return context;
  }

  /**
   * Puts a value aside until the engine ends.
   *
   * @throws EngineClosedException where the engine has ended
   */
  public void put(String key, String value) {
    scratch().put(key, value);
  }

  /**
   * What was put aside under the key, if anything.
   *
   * @throws EngineClosedException where the engine has ended
   */
  public @Nullable String get(String key) {
    return scratch().get(key);
  }

  void forget() {
    scratch = null;
  }

  private Map<String, String> scratch() {
    Map<String, String> current = scratch;
    if (current == null) {
      throw new EngineClosedException(engine);
    }
    return current;
  }
}
