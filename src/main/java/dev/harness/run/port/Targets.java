package dev.harness.run.port;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run may hit or watch. What is expensive starts when it is first asked for, is shared
 * by the checks, and ends with the run.
 */
public interface Targets extends AutoCloseable {

  /**
   * The system whose contexts live in this process. Each call gives a new one, which the caller
   * closes.
   */
  ContextSystem contexts();

  /**
   * How contexts come along in this process. Each call gives a new one, which the caller closes.
   */
  ContextPropagation propagation();

  /**
   * The reference service in its own process.
   *
   * @throws TargetUnreachableException where it does not start or answer
   */
  ServiceProcess service();

  /**
   * One more process of it, that nothing was done to yet; the caller closes it.
   *
   * @throws TargetUnreachableException where it does not start or answer
   */
  ServiceProcess freshService();

  /**
   * One more process of it, that keeps users' sessions in the {@link #database()}; the caller
   * closes it.
   *
   * @throws TargetUnreachableException where it or the database does not start or answer
   */
  ServiceProcess sessionService();

  /**
   * The reference service with so little room that a check can use it up, in a process of its own,
   * so that overload harms nobody else. One that has ended is started anew.
   *
   * @throws TargetUnreachableException where it does not start or answer
   */
  ServiceProcess smallService();

  /** The same before its migration, in this process; each call gives a new one. */
  ContextSystem legacyContexts();

  /**
   * The service before its migration, in a process of its own; the caller closes it.
   *
   * @throws TargetUnreachableException where it does not start or answer
   */
  ServiceProcess legacyService();

  /**
   * These targets, but each service that they start has a fault. The caller closes them, which ends
   * those services and nothing else.
   *
   * @param fault one that {@code harness target --fault} knows; with any other none starts
   */
  Targets faulty(String fault);

  /** Requests to the service over so many connections at the most; the caller closes it. */
  HttpTarget http(ServiceProcess service, int connections);

  /** Requests to a service of the user's own; the caller closes it. */
  HttpTarget http(HttpService service);

  /** Connections to a database of the user's own; the caller closes it. */
  DatabasePool database(DatabaseService service);

  /** Streams of a service of the user's own; the caller closes it. */
  StreamTarget streams(StreamService service);

  /**
   * Looks whether anything answers there at all, without sending a request.
   *
   * @throws TargetUnreachableException where nothing does
   */
  void requireReachable(Service service);

  /** Streams of the service; the caller closes it. */
  StreamTarget streams(ServiceProcess service);

  /**
   * The database: the one that was named, or an embedded one.
   *
   * @throws TargetUnreachableException where it does not start, answer, or let the harness in
   */
  DatabaseTarget database();

  /** This process, looked at from inside. */
  JvmProcess ownJvm();

  /**
   * A JVM of this machine, looked at from inside; the caller closes it. Where that cannot be, its
   * figures are missing and say why.
   */
  JvmProcess jvm(long pid);

  /** What tells figures of itself. */
  ReadingSources readings();

  ProcessProbe probe();

  /** What uses up and holds back this process. */
  StrainProbe strain();

  /**
   * Processes that belong to the run, by role: {@code harness}, {@code target}, {@code
   * small_target}, {@code database_postmaster}.
   */
  Map<String, Long> processes();

  /**
   * From now on that process stands for the target: one of the user's own, on this machine.
   *
   * @param pid of a process that is there
   */
  void watch(long pid);

  /** The call of a user's own code that the check is in now, if there is one. */
  default Optional<ForeignCall> foreignCall() {
    return Optional.empty();
  }

  /** What was started and how, as far as it decides figures: for the report. */
  Map<String, String> facts();

  /** Ends and removes all that was started. */
  @Override
  void close();
}
