package dev.harness.control.fault;

import dev.harness.service.fault.OneIn;
import dev.harness.user.ContextSystem;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A kilobyte stays in memory for each tenth context that is created, as in a map of sessions. */
public final class ContextsKept extends AlteredContexts {
  private static final int KILOBYTE = 1_024;

  private final OneIn ten = new OneIn(10);
  private final Collection<byte[]> kept = new ConcurrentLinkedQueue<>();

  public ContextsKept(ContextSystem real) {
    super(real);
  }

  @Override
  public Object createContext(String userId, String threadId, String runId, String requestId) {
    if (ten.now()) {
      kept.add(new byte[KILOBYTE]);
    }
    return super.createContext(userId, threadId, runId, requestId);
  }
}
