package dev.harness.control.fault;

import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** No fault: each engine takes its time to open, and is right when it does. */
public final class SlowEngines extends AlteredContexts {
  private static final Duration TIME = Duration.ofMillis(5);

  public SlowEngines(ContextSystem real) {
    super(real);
  }

  @Override
  public Uni<Engine> openEngine(Object context) {
    return super.openEngine(context).onItem().delayIt().by(TIME);
  }
}
