package dev.harness.check;

import dev.harness.check.concurrency.ConcurrentRequests;
import dev.harness.check.concurrency.OpenRequests;
import dev.harness.check.concurrency.UserIsolation;
import dev.harness.check.context.BulkCreation;
import dev.harness.check.context.MemoryPerContext;
import dev.harness.check.context.Propagation;
import dev.harness.check.context.SingleCreation;
import dev.harness.check.context.Validation;
import dev.harness.check.database.ConcurrentOperations;
import dev.harness.check.database.ConnectionLeaks;
import dev.harness.check.database.PoolEfficiency;
import dev.harness.check.database.ServiceConnections;
import dev.harness.check.database.SessionIsolation;
import dev.harness.check.database.TransactionThroughput;
import dev.harness.check.engine.Cleanup;
import dev.harness.check.engine.ConcurrentEngines;
import dev.harness.check.engine.Creation;
import dev.harness.check.engine.LifecycleMemory;
import dev.harness.check.load.RampUp;
import dev.harness.check.load.Spike;
import dev.harness.check.load.Sustained;
import dev.harness.check.memory.ContextLeak;
import dev.harness.check.memory.Footprint;
import dev.harness.check.memory.GcEffectiveness;
import dev.harness.check.memory.Leak;
import dev.harness.check.memory.LegacyComparison;
import dev.harness.check.stability.Soak;
import dev.harness.check.stress.BreakingPoint;
import dev.harness.check.stress.GracefulDegradation;
import dev.harness.check.stress.MixedWorkload;
import dev.harness.check.stress.RapidCycles;
import dev.harness.check.stress.RequestLimit;
import dev.harness.check.stress.ResourceExhaustion;
import dev.harness.check.stress.SelfRecovery;
import dev.harness.check.stress.UserLimit;
import dev.harness.check.websocket.ConcurrentStreams;
import dev.harness.check.websocket.DispatchRate;
import dev.harness.check.websocket.SlowConsumer;
import dev.harness.check.websocket.StreamCleanup;
import dev.harness.check.websocket.StreamIsolation;
import dev.harness.run.Check;
import java.util.List;

/** All checks that come with the harness, in the order in which they run. */
public final class BuiltInChecks {
  private BuiltInChecks() {}

  /**
   * Those that measure a system whose contexts live in this process, whosever it is. The leak check
   * is another than that of the reference system, which is looked at in a process of its own.
   */
  public static List<Check> ofContexts() {
    return List.of(
        new SingleCreation(),
        new BulkCreation(),
        new Validation(),
        new MemoryPerContext(),
        new Creation(),
        new Cleanup(),
        new ConcurrentEngines(),
        new LifecycleMemory(),
        new ContextLeak(),
        new GcEffectiveness(),
        new UserLimit(),
        new RapidCycles());
  }

  /** All of the reference system, and of the machine. */
  public static List<Check> all() {
    return List.of(
        new SingleCreation(),
        new BulkCreation(),
        new Validation(),
        new MemoryPerContext(),
        new Propagation(),
        new Creation(),
        new Cleanup(),
        new ConcurrentEngines(),
        new LifecycleMemory(),
        new ConcurrentRequests(),
        new OpenRequests(),
        new UserIsolation(),
        new Leak(),
        new GcEffectiveness(),
        new Footprint(),
        new LegacyComparison(),
        new DispatchRate(),
        new ConcurrentStreams(),
        new StreamIsolation(),
        new SlowConsumer(),
        new StreamCleanup(),
        new PoolEfficiency(),
        new TransactionThroughput(),
        new ConcurrentOperations(),
        new ConnectionLeaks(),
        new SessionIsolation(),
        new ServiceConnections(),
        new Sustained(),
        new Spike(),
        new RampUp(),
        new UserLimit(),
        new RequestLimit(),
        new ResourceExhaustion(),
        new GracefulDegradation(),
        new SelfRecovery(),
        new RapidCycles(),
        new MixedWorkload(),
        new BreakingPoint(),
        new Soak());
  }
}
