package dev.harness.control.fault;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ReadingSources;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.StrainProbe;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.Targets;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Real targets with one thing about them changed. They belong to whoever opened them. */
public class AlteredTargets implements Targets {
  private final Targets real;

  protected AlteredTargets(Targets real) {
    this.real = real;
  }

  /** Other contexts and engines in this process. */
  public static UnaryOperator<Targets> contexts(UnaryOperator<ContextSystem> change) {
    return real ->
        new AlteredTargets(real) {
          @Override
          public ContextSystem contexts() {
            return change.apply(real.contexts());
          }
        };
  }

  /** Contexts that come along in another way. */
  public static UnaryOperator<Targets> propagation(UnaryOperator<ContextPropagation> change) {
    return real ->
        new AlteredTargets(real) {
          @Override
          public ContextPropagation propagation() {
            return change.apply(real.propagation());
          }
        };
  }

  /** Other pools of connections to the same database. */
  public static UnaryOperator<Targets> pools(UnaryOperator<DatabasePool> change) {
    return real ->
        new AlteredTargets(real) {
          @Override
          public DatabaseTarget database() {
            return new AlteredDatabase(real.database(), change);
          }
        };
  }

  @Override
  public ContextSystem contexts() {
    return real.contexts();
  }

  @Override
  public ContextPropagation propagation() {
    return real.propagation();
  }

  @Override
  public ServiceProcess service() {
    return real.service();
  }

  @Override
  public ServiceProcess freshService() {
    return real.freshService();
  }

  @Override
  public ServiceProcess sessionService() {
    return real.sessionService();
  }

  @Override
  public ServiceProcess smallService() {
    return real.smallService();
  }

  @Override
  public ContextSystem legacyContexts() {
    return real.legacyContexts();
  }

  @Override
  public ServiceProcess legacyService() {
    return real.legacyService();
  }

  @Override
  public Targets faulty(String fault) {
    return real.faulty(fault);
  }

  @Override
  public HttpTarget http(ServiceProcess service, int connections) {
    return real.http(service, connections);
  }

  @Override
  public HttpTarget http(HttpService service) {
    return real.http(service);
  }

  @Override
  public void requireReachable(Service service) {
    real.requireReachable(service);
  }

  @Override
  public StreamTarget streams(ServiceProcess service) {
    return real.streams(service);
  }

  @Override
  public DatabasePool database(DatabaseService service) {
    return real.database(service);
  }

  @Override
  public StreamTarget streams(StreamService service) {
    return real.streams(service);
  }

  @Override
  public DatabaseTarget database() {
    return real.database();
  }

  @Override
  public JvmProcess ownJvm() {
    return real.ownJvm();
  }

  @Override
  public JvmProcess jvm(long pid) {
    return real.jvm(pid);
  }

  @Override
  public ReadingSources readings() {
    return real.readings();
  }

  @Override
  public ProcessProbe probe() {
    return real.probe();
  }

  @Override
  public StrainProbe strain() {
    return real.strain();
  }

  @Override
  public Map<String, Long> processes() {
    return real.processes();
  }

  @Override
  public void watch(long pid) {
    real.watch(pid);
  }

  @Override
  public Map<String, String> facts() {
    return real.facts();
  }

  /** What is real stays open. */
  @Override
  public void close() {}
}
