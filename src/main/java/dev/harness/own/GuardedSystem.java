package dev.harness.own;

import dev.harness.user.ContextSystem;
import dev.harness.user.FailedCallException;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A user's own system, of which each call either does as it should or fails in one way. What is
 * wrong with its engines is left to the load: it is counted by class, like any failure.
 */
final class GuardedSystem implements ContextSystem {
  private final String name;
  private final ContextSystem real;
  private final Calls calls;

  private GuardedSystem(String name, ContextSystem real, Calls calls) {
    this.name = name;
    this.real = real;
    this.calls = calls;
  }

  /**
   * A new one.
   *
   * @param calls where it is seen which is under way
   * @throws FailedCallException where it cannot be made
   */
  static ContextSystem make(String name, Supplier<? extends ContextSystem> maker, Calls calls) {
    return new GuardedSystem(name, called(calls, name, "constructor", maker), calls);
  }

  private <T> T called(String method, Supplier<? extends T> call) {
    return called(calls, name, method, call);
  }

  private static <T> T called(Calls calls, String name, String method, Supplier<? extends T> call) {
    T result;
    try {
      result = calls.during(name, method, call);
    } catch (ServiceConfigurationError e) {
      throw FailedCallException.threw(name, method, e.getCause() == null ? e : e.getCause());
    } catch (Exception | LinkageError | AssertionError | VirtualMachineError e) {
      throw FailedCallException.threw(name, method, e);
    }
    return given(name, method, result);
  }

  private static <T> T given(String name, String method, @Nullable T result) {
    if (result == null) {
      throw FailedCallException.nothing(name, method);
    }
    return result;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object createContext(String userId, String threadId, String runId, String requestId) {
    return called("createContext", () -> real.createContext(userId, threadId, runId, requestId));
  }

  /** That it threw here instead of there is no reason to call a refusal anything else. */
  @Override
  public Uni<Engine> openEngine(Object context) {
    try {
      return given(
          name, "openEngine", calls.during(name, "openEngine", () -> real.openEngine(context)));
    } catch (Exception | LinkageError | AssertionError | VirtualMachineError e) {
      return Uni.createFrom().failure(e);
    }
  }

  @Override
  public Optional<Engine> bareEngine(Object context) {
    return called("bareEngine", () -> real.bareEngine(context));
  }

  @Override
  public OptionalInt openEngines() {
    return called("openEngines", real::openEngines);
  }

  @Override
  public OptionalInt enginesPerUser() {
    return called("enginesPerUser", real::enginesPerUser);
  }

  @Override
  public void close() {
    called(
        "close",
        () -> {
          real.close();
          return real;
        });
  }
}
