package dev.harness.run;

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
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world in which nothing can be reached, on a machine of two processors. */
public class NoTargets implements Targets {

  @Override
  public ContextSystem contexts() {
    throw new TargetUnreachableException("there are no contexts");
  }

  @Override
  public ContextPropagation propagation() {
    throw new TargetUnreachableException("there are no contexts");
  }

  @Override
  public ServiceProcess service() {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public ServiceProcess smallService() {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public ContextSystem legacyContexts() {
    throw new TargetUnreachableException("there are no contexts");
  }

  @Override
  public ServiceProcess legacyService() {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public Targets faulty(String fault) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public HttpTarget http(ServiceProcess service, int connections) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public HttpTarget http(HttpService service) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public void requireReachable(Service service) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public StreamTarget streams(ServiceProcess service) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public DatabasePool database(DatabaseService service) {
    throw new TargetUnreachableException("there is no database");
  }

  @Override
  public StreamTarget streams(StreamService service) {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public DatabaseTarget database() {
    throw new TargetUnreachableException("there is no database");
  }

  @Override
  public JvmProcess ownJvm() {
    throw new TargetUnreachableException("there is no heap");
  }

  @Override
  public ServiceProcess sessionService() {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public ServiceProcess freshService() {
    throw new TargetUnreachableException("there is no service");
  }

  @Override
  public JvmProcess jvm(long pid) {
    throw new TargetUnreachableException("there is no JVM");
  }

  @Override
  public ReadingSources readings() {
    throw new TargetUnreachableException("nothing tells anything of itself");
  }

  @Override
  public ProcessProbe probe() {
    return new ProcessProbe() {
      @Override
      public Optional<ProcessSample> process(long pid) {
        return Optional.empty();
      }

      @Override
      public HostSample host() {
        return new HostSample(0, 0, 0, 0, 0, 0);
      }

      @Override
      public double frequencyPercent() {
        return Double.NaN;
      }

      @Override
      public HostFacts facts() {
        return new HostFacts("Test", "1", "none", "none", 2, 1L << 30);
      }
    };
  }

  @Override
  public StrainProbe strain() {
    return threads -> new StrainProbe.Reading(List.of(), List.of(), 0, 0, 0);
  }

  @Override
  public Map<String, Long> processes() {
    return Map.of();
  }

  @Override
  public void watch(long pid) {
    throw new TargetUnreachableException("there are no processes");
  }

  @Override
  public Map<String, String> facts() {
    return Map.of("fact", "known");
  }

  @Override
  public void close() {}
}
