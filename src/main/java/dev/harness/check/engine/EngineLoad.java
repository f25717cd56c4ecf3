package dev.harness.check.engine;

import dev.harness.check.operation.InProcess;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Phase;
import dev.harness.user.ContextSystem;
import dev.harness.user.ContextSystem.Engine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Engines for so many users, one each, that are opened, worked with and closed. */
final class EngineLoad {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Rig rig;
  private final ContextSystem system;
  private final int users;
  private final AtomicReferenceArray<Engine> engines;

  EngineLoad(Rig rig, ContextSystem system, int users) {
    this.rig = rig;
    this.system = system;
    this.users = users;
    this.engines = new AtomicReferenceArray<>(users);
  }

  /** Each user's engine through the factory. */
  Phase open(LoadProfile load) {
    return phase(
        "open",
        load,
        attempt -> keep(attempt, system.openEngine(InProcess.context(system, attempt))));
  }

  /** The same engines without the factory; empty where the system knows no other way. */
  Optional<Phase> construct(LoadProfile load) {
    Object context = system.createContext("user-0", "thread-0", "run-0", "request-0");
    return system.bareEngine(context).map(engine -> construct(load, engine));
  }

  private Phase construct(LoadProfile load, Engine tried) {
    rig.await(closing(tried), "closing an engine");
    return phase(
        "construct",
        load,
        attempt ->
            keep(
                attempt,
                Uni.createFrom()
                    .optional(() -> system.bareEngine(InProcess.context(system, attempt)))));
  }

  /** A little work in each. */
  Phase execute(LoadProfile load) {
    return phase(
        "execute",
        load,
        attempt ->
            InProcess.future(InProcess.work(engine(attempt), attempt.context(), rig.isolation())));
  }

  Phase close(LoadProfile load) {
    return phase("close", load, attempt -> InProcess.outcome(engine(attempt).close()));
  }

  /** Closes what is open without measuring it. */
  void closeAll() {
    List<Future<Void>> closing = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      Engine engine = engines.getAndSet(i, null);
      if (engine != null) {
        closing.add(closing(engine));
      }
    }
    rig.await(Future.join(closing), "closing engines");
  }

  private static Future<Void> closing(Engine engine) {
    return InProcess.future(Uni.createFrom().deferred(engine::close));
  }

  private Phase phase(String name, LoadProfile load, Function<Attempt, Future<Outcome>> operation) {
    return new Phase(
        name, load, rig.users(users), Resolution.NANOSECONDS, TIMEOUT, operation::apply);
  }

  private Future<Outcome> keep(Attempt attempt, Uni<Engine> opening) {
    return InProcess.outcome(opening.invoke(engine -> engines.set(slot(attempt), engine)));
  }

  private Engine engine(Attempt attempt) {
    Engine engine = engines.get(slot(attempt));
    if (engine == null) {
      throw new IllegalStateException("no engine is open for operation " + attempt.index());
    }
    return engine;
  }

  private int slot(Attempt attempt) {
    return (int) (attempt.index() % users);
  }
}
