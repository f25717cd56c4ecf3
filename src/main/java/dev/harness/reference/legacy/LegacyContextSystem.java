package dev.harness.reference.legacy;

import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** The legacy twin's contexts and its one engine, in this process. */
public final class LegacyContextSystem implements ContextSystem {
  private final SharedRegistry registry = new SharedRegistry();
  private final Engine engine = new SharedEngine();

  @Override
  public String name() {
    return "legacy";
  }

  /** Unlike its successor it takes whatever it is given. */
  @Override
  public Map<String, Object> createContext(
      String userId, String threadId, String runId, String requestId) {
    return registry.enter(userId, threadId, runId, requestId);
  }

  @Override
  @SuppressWarnings("unchecked") // there are no others
  public Uni<Engine> openEngine(Object context) {
    registry.resume((Map<String, Object>) context);
    return Uni.createFrom().item(engine);
  }

  @Override
  public void close() {
    registry.clear();
  }

  private String workForWhoIsCurrent() {
    Map<String, Object> current = registry.current();
    current.put("request", String.valueOf(current.get("request_id")));
    return String.valueOf(current.get("user_id"));
  }

  private final class SharedEngine implements Engine {
    @Override
    public Uni<String> execute() {
      return Uni.createFrom().item(LegacyContextSystem.this::workForWhoIsCurrent);
    }

    @Override
    public Uni<Void> close() {
      return Uni.createFrom().voidItem();
    }
  }
}
