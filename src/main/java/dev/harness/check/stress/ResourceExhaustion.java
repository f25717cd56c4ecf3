package dev.harness.check.stress;

import static dev.harness.plan.threshold.LoadLimits.NO_CRASHES;

import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Burst;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/**
 * Room for requests, files of the process, memory and connections of a pool are used up: whoever
 * finds none left must be told so or wait for it, and nobody else must notice.
 */
public final class ResourceExhaustion implements Check {
  private static final Metric UNEXPLAINED =
      new Metric(
          "exhaustion_unexplained",
          Unit.COUNT,
          "operations that were neither served nor refused in so many words");
  private static final Metric USERS_SERVED =
      new Metric("exhaustion_users_served", Unit.COUNT, "users served at once, of 200");
  private static final Metric LEFT =
      new Metric(
          "exhaustion_leaves_nothing",
          Unit.YES_NO,
          "no request, timer or engine is left in the service, and its files are closed again");
  private static final Metric FILES =
      new Metric(
          "exhaustion_open_files", Unit.COUNT, "files that the service had open at the most");

  private static final Metric HEAP =
      new Metric("exhaustion_heap", Unit.MEGABYTES, "heap that the service used at the most");

  private static final int USERS = 200;
  private static final int CONNECTIONS = 1_000;
  private static final int POOL = 5;
  private static final String POOL_NAME = "harness-exhaustion";
  private static final int WORK_MILLIS = 300;

  /** For as many as are let in at once that is more than half of the heap that the service has. */
  private static final int HELD_KILOBYTES = 1_024;

  private static final int FILES_WAVER = 20;
  private static final Duration LEAVES_WITHIN = Duration.ofSeconds(5);

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "resource-exhaustion");
  }

  @Override
  public String load() {
    return "200 users at once, then with 1 MB each; 1,000 connections; 200 users of a pool of 5";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 5, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(UNEXPLAINED, Bound.AT_MOST, 0),
        Criterion.fixed(LEFT, Bound.AT_LEAST, 1),
        Criterion.key(NO_CRASHES));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess process = rig.targets().smallService();
    Figure before = openFiles(rig, process);
    Counts users;
    Counts connections;
    Counts memory;
    Figure peak;
    boolean survives;
    try (var service = SmallService.of(rig)) {
      service.warmUp();
      users = drive(service, "200 users at once", USERS, 0);
      connections = drive(service, "1,000 connections at once", CONNECTIONS, 0);
      peak = openFiles(rig, process);
      memory = drive(service, "200 users with 1 MB each", USERS, HELD_KILOBYTES);
      survives = service.survives();
    }
    Counts pool = usePool(rig);
    return Findings.NONE
        .with(
            UNEXPLAINED,
            Figure.of((double) users.plus(connections).plus(memory).plus(pool).wrong()))
        .with(USERS_SERVED, Figure.of((double) users.completed()))
        .with(FILES, peak)
        .with(HEAP, heap(rig, process))
        .with(LEFT, Figure.of(leavesNothing(rig, process, before)))
        .with(NO_CRASHES, Figure.of(survives));
  }

  /** So many users, each with one request, on a connection of its own. */
  private static Counts drive(SmallService service, String name, int atOnce, int kilobytes) {
    return service
        .rig()
        .drive(
            new Phase(
                name,
                new Open(new Burst(atOnce), atOnce),
                service.rig().users(atOnce),
                Resolution.MICROSECONDS,
                Duration.ofSeconds(5),
                service.request(WORK_MILLIS, kilobytes)))
        .counts();
  }

  /** Who finds no connection in the pool has to wait for one, and gets it. */
  private static Counts usePool(Rig rig) {
    DatabaseTarget database = rig.targets().database();
    try (DatabasePool pool = database.openPool(POOL_NAME, POOL)) {
      var phase =
          new Phase(
              "pool of " + POOL,
              new Open(new Burst(USERS), USERS),
              rig.users(USERS),
              Resolution.MICROSECONDS,
              Duration.ofSeconds(5),
              attempt -> pool.execute("select pg_sleep(0.01)").map(Outcome.COMPLETED));
      Counts counts = rig.drive(phase).counts();
      rig.await(pool.closeAll(), "closing the pool");
      return counts;
    }
  }

  private static Figure heap(Rig rig, ServiceProcess process) {
    try (JvmProcess jvm = rig.targets().jvm(process.pid())) {
      return jvm.peakBytes().times(1 / Unit.BYTES_PER_MEGABYTE);
    }
  }

  private static boolean leavesNothing(Rig rig, ServiceProcess process, Figure before) {
    try (HttpTarget http = rig.targets().http(process, 1)) {
      var stats = new ServiceStats(rig, http);
      return rig.holdsWithin(
          LEAVES_WITHIN, () -> stats.idle() && back(openFiles(rig, process), before));
    }
  }

  private static boolean back(Figure now, Figure before) {
    return now instanceof Figure.Measured after
        && before instanceof Figure.Measured then
        && after.value() <= then.value() + FILES_WAVER;
  }

  private static Figure openFiles(Rig rig, ServiceProcess process) {
    return rig.targets()
        .probe()
        .process(process.pid())
        .map(sample -> Figure.of((double) sample.openFiles()))
        .orElseGet(() -> Figure.missing("the service is gone"));
  }
}
