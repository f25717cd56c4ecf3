package dev.harness.control;

import static dev.harness.plan.threshold.MemoryLimits.PERMANENT_LEAK;
import static dev.harness.plan.threshold.WebsocketLimits.FAILURE_RATE;

import dev.harness.check.concurrency.UserIsolation;
import dev.harness.check.database.ServiceConnections;
import dev.harness.check.memory.Leak;
import dev.harness.check.stress.RequestLimit;
import dev.harness.check.websocket.DispatchRate;
import dev.harness.check.websocket.SlowConsumer;
import dev.harness.check.websocket.StreamIsolation;
import dev.harness.metric.Unit;
import dev.harness.run.Check;
import dev.harness.run.IsolationLog;
import dev.harness.service.fault.Fault;
import java.util.List;

/** Controls for which the service is started with a fault, or with what only looks like one. */
final class ServiceControls {
  private static final String LEAK = PERMANENT_LEAK.metric().id();
  private static final String LEFT = "resources_left";
  private static final String BREACHES = IsolationLog.BREACHES.id();
  private static final String TO_LIMIT = "users_served_to_limit";
  private static final String NOT_RECEIVED = FAILURE_RATE.metric().id();

  /** The precision with which a leak must be measured. */
  private static final double PRECISION = 0.15;

  private static final double KILOBYTE_A_REQUEST = 1_000;
  private static final double SIXTEEN_BYTES_A_REQUEST = 16_000 / Unit.BYTES_PER_KILOBYTE;

  private ServiceControls() {}

  static List<Control> all() {
    return List.of(
        control(
            Fault.LEAK_PER_REQUEST.id(),
            Fault.LEAK_PER_REQUEST,
            new Leak(),
            new Expected.Amount(LEAK, KILOBYTE_A_REQUEST, PRECISION * KILOBYTE_A_REQUEST),
            6),
        control(Fault.LEAK_A_LITTLE, new Leak(), LEAK, 6),
        control(
            Fault.BOUNDED_CACHE.id(),
            Fault.BOUNDED_CACHE,
            new Leak(),
            new Expected.NotFlagged(LEAK),
            6),
        control(Fault.ENGINE_LEFT, new Leak(), LEFT, 8),
        control(Fault.TIMER_LEFT, new Leak(), LEFT, 8),
        control(Fault.CACHE_WITHOUT_USER, new UserIsolation(), BREACHES, 4),
        control(Fault.LOST_CONTEXT, new UserIsolation(), BREACHES, 4),
        control(Fault.LATE_RESPONSE, new UserIsolation(), BREACHES, 4),
        control(Fault.USER_PER_SESSION, new UserIsolation(), BREACHES, 4),
        control(Fault.SHARED_CONNECTION, new UserIsolation(), BREACHES, 4),
        control(Fault.SLOW, new UserIsolation(), BREACHES, 4),
        control(Fault.LEAK_CONNECTION, new ServiceConnections(), "service_connections_kept", 3),
        control(Fault.OPEN_TRANSACTION, new ServiceConnections(), "transactions_left_open", 3),
        control(Fault.RECYCLED_CONNECTIONS, new ServiceConnections(), LEFT, 3),
        control(Fault.LIMIT_RACE, new RequestLimit(), TO_LIMIT, 3),
        control("slow-at-the-limit", Fault.SLOW, new RequestLimit(), TO_LIMIT, 3),
        control(Fault.WRONG_STREAM, new StreamIsolation(), BREACHES, 6),
        control(Fault.DROPPED_EVENT, new DispatchRate(), NOT_RECEIVED, 3),
        control(Fault.REORDERED_EVENT, new DispatchRate(), NOT_RECEIVED, 3),
        control(Fault.UNBOUNDED_QUEUE, new SlowConsumer(), "slow_streams_ended", 5));
  }

  private static Control control(Fault fault, Check check, String metric, double seconds) {
    return control(fault.id(), fault, check, metric, seconds);
  }

  /**
   * One of them.
   *
   * @param name that of the fault, but where a fault is shown to several checks
   * @param metric by which the check must tell, where it must tell anything
   */
  private static Control control(
      String name, Fault fault, Check check, String metric, double seconds) {
    Expected expected =
        switch (fault.must()) {
          case BE_CAUGHT -> new Expected.Breach(metric);
          case NOT_BE_CLEARED ->
              new Expected.NotCleared(metric, (1 - PRECISION) * SIXTEEN_BYTES_A_REQUEST);
          case BE_LEFT_ALONE -> new Expected.Pass();
        };
    return control(name, fault, check, expected, seconds);
  }

  private static Control control(
      String name, Fault fault, Check check, Expected expected, double seconds) {
    return new Control(
        name, fault.description(), targets -> targets.faulty(fault.id()), check, expected, seconds);
  }
}
