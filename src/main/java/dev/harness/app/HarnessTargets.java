package dev.harness.app;

import dev.harness.host.HostStrain;
import dev.harness.host.Jvms;
import dev.harness.host.OshiProbe;
import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import dev.harness.reference.EngineLimits;
import dev.harness.reference.ReferenceContextSystem;
import dev.harness.reference.VertxContextPropagation;
import dev.harness.reference.legacy.LegacyContextSystem;
import dev.harness.run.Interruption;
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
import dev.harness.target.child.ReferenceServiceProcess;
import dev.harness.target.http.PlannedHttp;
import dev.harness.target.http.VertxHttpTarget;
import dev.harness.target.postgres.DatabaseServer;
import dev.harness.target.postgres.PlannedDatabase;
import dev.harness.target.websocket.PlannedStreams;
import dev.harness.target.websocket.VertxStreamTarget;
import dev.harness.time.Ticker;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextSystem;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real targets. What is expensive starts when it is first asked for. */
final class HarnessTargets implements Targets {
  /** A thousand requests of a hundred users at once are ten engines for each. */
  private static final List<String> SERVICE =
      List.of(
          "target", "--port=0", "--engines-per-user=50", "--idle-ping=1s", "--until-input-ends");

  /** Twice as many requests at once as it takes are still no burden for the machine. */
  private static final List<String> SMALL_SERVICE =
      List.of(
          "target",
          "--port=0",
          "--engines-per-user=50",
          "--max-requests=150",
          "--until-input-ends");

  private final Vertx vertx;
  private final Ticker ticker;
  private final Interruption interruption;
  private final DatabaseServer databaseServer;
  private final Map<String, String> versions;
  private final OshiProbe probe;
  private final StrainProbe strain;

  /** Further arguments of each service. */
  private final List<String> variant;

  /** Whether the database belongs to the targets that these were made of. */
  private final boolean borrowing;

  private final List<Service> plannedServices = new ArrayList<>();
  private final Service.Kinds<Service> reached =
      new Service.Kinds<>() {
        @Override
        public Service http(HttpService planned) {
          return PlannedHttp.reached(vertx, planned);
        }

        @Override
        public Service streams(StreamService planned) {
          PlannedHttp.reached(vertx, planned.handshake());
          return planned;
        }

        @Override
        public Service database(DatabaseService planned) {
          return PlannedDatabase.reached(vertx, planned);
        }
      };
  private @Nullable ReferenceServiceProcess service;
  private @Nullable ReferenceServiceProcess smallService;
  private @Nullable Long watched;

  HarnessTargets(
      Vertx vertx,
      Ticker ticker,
      Interruption interruption,
      DatabaseServer databaseServer,
      Map<String, String> versions) {
    this.vertx = vertx;
    this.ticker = ticker;
    this.interruption = interruption;
    this.databaseServer = databaseServer;
    this.versions = versions;
    this.probe = new OshiProbe();
    this.strain = new HostStrain(probe);
    this.variant = List.of();
    this.borrowing = false;
  }

  private HarnessTargets(HarnessTargets honest, List<String> variant) {
    this.vertx = honest.vertx;
    this.ticker = honest.ticker;
    this.interruption = honest.interruption;
    this.databaseServer = honest.databaseServer;
    this.versions = honest.versions;
    this.probe = honest.probe;
    this.strain = honest.strain;
    this.variant = variant;
    this.borrowing = true;
  }

  @Override
  public ContextSystem contexts() {
    return new ReferenceContextSystem(EngineLimits.DEFAULT, ticker);
  }

  @Override
  public ContextSystem legacyContexts() {
    return new LegacyContextSystem();
  }

  @Override
  public ContextPropagation propagation() {
    return new VertxContextPropagation(vertx);
  }

  @Override
  public synchronized ServiceProcess service() {
    if (service == null) {
      service = start(SERVICE);
    }
    return service;
  }

  @Override
  public ServiceProcess freshService() {
    return start(SERVICE);
  }

  @Override
  public ServiceProcess sessionService() {
    database();
    Map<String, String> secret = Map.of("HARNESS_DATABASE", databaseServer.url());
    return start(with(SERVICE, variant), secret);
  }

  @Override
  public ServiceProcess legacyService() {
    return start(with(SERVICE, List.of("--legacy")), Map.of());
  }

  @Override
  public synchronized ServiceProcess smallService() {
    if (smallService == null || !smallService.alive()) {
      smallService = start(SMALL_SERVICE);
    }
    return smallService;
  }

  private ReferenceServiceProcess start(List<String> arguments) {
    return start(with(arguments, variant), Map.of());
  }

  /** Nobody who asks for an end waits for it. */
  private ReferenceServiceProcess start(List<String> arguments, Map<String, String> environment) {
    return interruption.whileBlocked(() -> ReferenceServiceProcess.start(arguments, environment));
  }

  private static List<String> with(List<String> arguments, List<String> more) {
    return Stream.concat(arguments.stream(), more.stream()).toList();
  }

  @Override
  public Targets faulty(String fault) {
    return new HarnessTargets(this, List.of("--fault=" + fault));
  }

  @Override
  public HttpTarget http(ServiceProcess target, int connections) {
    return new VertxHttpTarget(vertx, target.host(), target.port(), connections);
  }

  @Override
  public HttpTarget http(HttpService planned) {
    return PlannedHttp.target(vertx, planned);
  }

  @Override
  public StreamTarget streams(StreamService planned) {
    return PlannedStreams.target(vertx, planned);
  }

  @Override
  public DatabasePool database(DatabaseService planned) {
    return PlannedDatabase.pool(vertx, planned);
  }

  @Override
  public synchronized void requireReachable(Service planned) {
    plannedServices.add(interruption.whileBlocked(() -> planned.as(reached)));
  }

  @Override
  public StreamTarget streams(ServiceProcess target) {
    return new VertxStreamTarget(vertx, target.host(), target.port());
  }

  @Override
  public DatabaseTarget database() {
    return interruption.whileBlocked(databaseServer::database);
  }

  @Override
  public JvmProcess ownJvm() {
    return Jvms.own(ticker);
  }

  @Override
  public JvmProcess jvm(long pid) {
    return Jvms.attach(pid, ticker);
  }

  @Override
  public ReadingSources readings() {
    return new HarnessReadings(vertx);
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
  public synchronized Map<String, Long> processes() {
    var pids = new TreeMap<String, Long>();
    pids.put("harness", ProcessHandle.current().pid());
    if (service != null) {
      pids.put("target", service.pid());
    }
    if (watched != null) {
      pids.put("target", watched);
    }
    if (smallService != null) {
      pids.put("small_target", smallService.pid());
    }
    // Its sessions are processes of their own, which come and go with their connections.
    databaseServer.pid().ifPresent(pid -> pids.put("database_postmaster", pid));
    return pids;
  }

  @Override
  public synchronized void watch(long pid) {
    watched = pid;
  }

  @Override
  public synchronized Map<String, String> facts() {
    var facts = new TreeMap<>(versions);
    if (service != null) {
      facts.put("target_command", service.commandLine());
    }
    if (smallService != null) {
      facts.put("small_target_command", smallService.commandLine());
    }
    plannedServices.forEach(planned -> facts.put("target_" + planned.name(), planned.words()));
    facts.putAll(databaseServer.facts());
    return facts;
  }

  @Override
  public synchronized void close() {
    try {
      close(service);
    } finally {
      try {
        close(smallService);
      } finally {
        if (!borrowing) {
          databaseServer.close();
        }
      }
    }
  }

  private static void close(@Nullable ServiceProcess process) {
    if (process != null) {
      process.close();
    }
  }
}
