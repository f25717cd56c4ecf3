package dev.harness.embed;

import dev.harness.host.HostStrain;
import dev.harness.host.Jvms;
import dev.harness.host.OshiProbe;
import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.NotOfferedException;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ReadingSources;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.StrainProbe;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import java.util.Map;

/** This process and its machine: nothing else can be hit or watched. */
final class ThisProcess implements Targets {
  private final Ticker ticker;
  private final OshiProbe probe = new OshiProbe();
  private final StrainProbe strain = new HostStrain(probe);

  ThisProcess(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  public JvmProcess ownJvm() {
    return Jvms.own(ticker);
  }

  @Override
  public ProcessProbe probe() {
    return probe;
  }

  @Override
  public StrainProbe strain() {
    return strain;
  }

  @Override
  public Map<String, Long> processes() {
    return Map.of("harness", ProcessHandle.current().pid());
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
  }

  @Override
  public ContextSystem contexts() {
    throw notHere();
  }

  @Override
  public ContextPropagation propagation() {
    throw notHere();
  }

  @Override
  public ContextSystem legacyContexts() {
    throw notHere();
  }

  @Override
  public ServiceProcess service() {
    throw notHere();
  }

  @Override
  public ServiceProcess freshService() {
    throw notHere();
  }

  @Override
  public ServiceProcess sessionService() {
    throw notHere();
  }

  @Override
  public ServiceProcess smallService() {
    throw notHere();
  }

  @Override
  public ServiceProcess legacyService() {
    throw notHere();
  }

  @Override
  public Targets faulty(String fault) {
    throw notHere();
  }

  @Override
  public HttpTarget http(ServiceProcess service, int connections) {
    throw notHere();
  }

  @Override
  public HttpTarget http(HttpService service) {
    throw notHere();
  }

  @Override
  public DatabasePool database(DatabaseService service) {
    throw notHere();
  }

  @Override
  public StreamTarget streams(StreamService service) {
    throw notHere();
  }

  @Override
  public void requireReachable(Service service) {
    throw notHere();
  }

  @Override
  public StreamTarget streams(ServiceProcess service) {
    throw notHere();
  }

  @Override
  public DatabaseTarget database() {
    throw notHere();
  }

  @Override
  public JvmProcess jvm(long pid) {
    throw notHere();
  }

  @Override
  public ReadingSources readings() {
    throw notHere();
  }

  @Override
  public void watch(long pid) {
    throw notHere();
  }

  /** Nothing was started. */
  @Override
  public void close() {}

  private static NotOfferedException notHere() {
    return new NotOfferedException(
        "only what lives in this process can be measured from within it");
  }
}
