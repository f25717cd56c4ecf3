package dev.harness.own;

import dev.harness.user.ContextSystem;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/** A system that does as it should, but for what a test says. */
record Scripted(
    Supplier<Object> context,
    Function<Object, Uni<ContextSystem.Engine>> opening,
    Supplier<Uni<String>> work,
    Supplier<Uni<Void>> closing,
    Runnable end)
    implements ContextSystem {

  static Scripted sound() {
    return new Scripted(
        Object::new,
        context -> Uni.createFrom().nullItem(),
        () -> Uni.createFrom().item("user-0"),
        () -> Uni.createFrom().voidItem(),
        () -> {});
  }

  Scripted creating(Supplier<Object> other) {
    return new Scripted(other, opening, work, closing, end);
  }

  Scripted opening(Uni<Engine> other) {
    return new Scripted(context, any -> other, work, closing, end);
  }

  Scripted working(Supplier<Uni<String>> other) {
    return new Scripted(context, opening, other, closing, end);
  }

  Scripted ending(Runnable other) {
    return new Scripted(context, opening, work, closing, other);
  }

  @Override
  public Object createContext(String userId, String threadId, String runId, String requestId) {
    return context.get();
  }

  @Override
  public Uni<Engine> openEngine(Object given) {
    return opening.apply(given).onItem().ifNull().continueWith(engine());
  }

  private Engine engine() {
    return new Engine() {
      @Override
      public Uni<String> execute() {
        return work.get();
      }

      @Override
      public Uni<Void> close() {
        return closing.get();
      }
    };
  }

  @Override
  public void close() {
    end.run();
  }
}
