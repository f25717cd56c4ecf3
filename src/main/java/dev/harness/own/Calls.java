package dev.harness.own;

import dev.harness.run.port.ForeignCall;
import io.vertx.core.Context;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call of a user's own system that a check itself is in now. Those on event loops belong to the
 * load, and to the driver, who knows when a loop no longer comes back.
 */
final class Calls {
  private long count;
  private volatile @Nullable ForeignCall current;

  /** Does it, and is seen to do it. Of one thread at a time, but for event loops. */
  <T extends @Nullable Object> T during(String system, String method, Supplier<T> call) {
    if (Context.isOnEventLoopThread()) {
      return call.get();
    }
    count++;
    var mine = new ForeignCall(system, method, count);
    current = mine;
    try {
      return call.get();
    } finally {
      // One that was given up comes back when another is under way.
      if (mine.equals(current)) {
        current = null;
      }
    }
  }

  /** The one that is under way. */
  Optional<ForeignCall> current() {
    return Optional.ofNullable(current);
  }
}
