package dev.harness.control;

import static dev.harness.control.Control.negative;
import static dev.harness.control.Control.positive;

import dev.harness.check.context.Propagation;
import dev.harness.check.database.ConcurrentOperations;
import dev.harness.check.database.ConnectionLeaks;
import dev.harness.check.database.SessionIsolation;
import dev.harness.check.engine.Cleanup;
import dev.harness.check.engine.LifecycleMemory;
import dev.harness.check.stress.UserLimit;
import dev.harness.control.fault.AlteredTargets;
import dev.harness.control.fault.ConnectionShared;
import dev.harness.control.fault.ConnectionsKept;
import dev.harness.control.fault.ConnectionsRecycled;
import dev.harness.control.fault.ContextOfTheThread;
import dev.harness.control.fault.ContextsKept;
import dev.harness.control.fault.EnginesLeft;
import dev.harness.control.fault.LocksKept;
import dev.harness.control.fault.RacySlots;
import dev.harness.control.fault.SlowEngines;
import dev.harness.control.fault.TransactionsLeftOpen;
import dev.harness.control.fault.UserKept;
import dev.harness.reference.EngineLimits;
import dev.harness.reference.ExecutionEngineFactory;
import dev.harness.reference.ReferenceContextSystem;
import dev.harness.time.Ticker;
import dev.harness.user.ContextSystem;
import java.util.List;
import java.util.stream.Stream;

/** All controls that come with the harness, in the order in which they run. */
public final class Controls {
  private Controls() {}

  /**
   * All of them.
   *
   * @param ticker of the systems that are put in the place of real ones
   */
  public static List<Control> all(Ticker ticker) {
    return Stream.of(inThisProcess(ticker), ofConnections(), ServiceControls.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Control> inThisProcess(Ticker ticker) {
    return List.of(
        negative(
            "engines-left",
            "one engine in a thousand stays registered after it was closed",
            AlteredTargets.contexts(EnginesLeft::new),
            new Cleanup(),
            "engines_left",
            0.3),
        negative(
            "contexts-kept",
            "1 KB stays in memory for each tenth context",
            AlteredTargets.contexts(ContextsKept::new),
            new LifecycleMemory(),
            "lifecycle_memory_kept",
            3),
        negative(
            "limit-counted-late",
            "an engine is counted some time after it was looked whether there is room",
            AlteredTargets.contexts(real -> racing(real, ticker)),
            new UserLimit(),
            "users_held_to_limit",
            0.3),
        positive(
            "slow-engines",
            "engines that take 5 ms to open",
            AlteredTargets.contexts(SlowEngines::new),
            new UserLimit(),
            0.3),
        negative(
            "context-lost",
            "one context in a hundred stays with the thread that sets out with it",
            AlteredTargets.propagation(real -> new ContextOfTheThread(real, 100)),
            new Propagation(),
            "contexts_kept",
            0.5),
        negative(
            "context-mixed-up",
            "each context stays with the thread, where others find it",
            AlteredTargets.propagation(real -> new ContextOfTheThread(real, 1)),
            new Propagation(),
            "isolation_breaches",
            0.3));
  }

  private static List<Control> ofConnections() {
    return List.of(
        negative(
            "connections-kept",
            "one connection in a hundred is not given back",
            AlteredTargets.pools(ConnectionsKept::new),
            new ConnectionLeaks(),
            "connection_leak_rate",
            4),
        positive(
            "connections-recycled",
            "the server ends one session in a hundred, and the pool replaces it",
            AlteredTargets.pools(ConnectionsRecycled::new),
            new ConnectionLeaks(),
            0.8),
        negative(
            "transactions-left-open",
            "one transaction in five is not committed, on a connection that is given back",
            AlteredTargets.pools(TransactionsLeftOpen::new),
            new ConcurrentOperations(),
            "transactions_left_open",
            3),
        negative(
            "locks-kept",
            "one connection in a hundred goes back with an advisory lock",
            AlteredTargets.pools(LocksKept::new),
            new ConnectionLeaks(),
            "advisory_locks_left",
            0.9),
        negative(
            "user-kept",
            "one user in a hundred stays on the connection that is given back",
            AlteredTargets.pools(UserKept::new),
            new SessionIsolation(),
            "isolation_breaches",
            2),
        negative(
            "connection-shared",
            "all users have the same connection at once",
            AlteredTargets.pools(ConnectionShared::new),
            new SessionIsolation(),
            "isolation_breaches",
            2));
  }

  /** The reference system, with limits that are kept by whoever is alone. */
  private static ContextSystem racing(ContextSystem real, Ticker ticker) {
    real.close();
    var slots = new RacySlots(EngineLimits.DEFAULT.perUser());
    return new ReferenceContextSystem(
        new ExecutionEngineFactory(EngineLimits.DEFAULT, slots, ticker), ticker);
  }
}
