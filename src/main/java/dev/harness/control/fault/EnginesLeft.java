package dev.harness.control.fault;

import dev.harness.service.fault.OneIn;
import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;

/** One engine in a thousand is said to be closed and stays registered. */
public final class EnginesLeft extends AlteredContexts {
  private final OneIn thousand = new OneIn(1_000);

  public EnginesLeft(ContextSystem real) {
    super(real);
  }

  @Override
  public Uni<Engine> openEngine(Object context) {
    return super.openEngine(context).map(engine -> thousand.now() ? new Left(engine) : engine);
  }

  private record Left(Engine real) implements Engine {
    @Override
    public Uni<String> execute() {
      return real.execute();
    }

    @Override
    public Uni<Void> close() {
      return Uni.createFrom().voidItem();
    }
  }
}
