package dev.harness.check.memory;

import static dev.harness.plan.threshold.MemoryLimits.GROWTH;
import static dev.harness.plan.threshold.MemoryLimits.PERMANENT_LEAK;

import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.LiveSetGrowth;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Cycles of requests, and what the service's heap still holds on to after each few of them. The
 * service is a fresh one: what other checks left in a shared one would come and go in the figures.
 */
public final class Leak implements Check {
  private static final Metric LEFT =
      new Metric(
          "resources_left",
          Unit.COUNT,
          "kinds of resources (engines, timers, connections, files, threads, direct buffers) of"
              + " which the service has more than before the load");

  private static final int REQUESTS_PER_CYCLE = 50;
  private static final int WARM_UP = 2_000;
  private static final int CONCURRENT = 32;
  private static final int USERS = 100;
  private static final Duration UNTIL_BACK = Duration.ofSeconds(3);

  @Override
  public CheckId id() {
    return new CheckId(Suite.MEMORY, "leak");
  }

  @Override
  public String load() {
    return "cycles of requests, with checkpoints of the service's live set";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(5, 7, 60);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(PERMANENT_LEAK),
        Criterion.key(GROWTH),
        Criterion.fixed(LEFT, Bound.AT_MOST, 0));
  }

  @Override
  public Findings run(Rig rig) {
    int perCheckpoint = REQUESTS_PER_CYCLE * rig.configuration().gcForceFrequency();
    try (ServiceProcess service = rig.targets().freshService();
        JvmProcess jvm = rig.targets().jvm(service.pid())) {
      drive(rig, service, http -> rig.warmUp(requests(rig, http, WARM_UP)));
      var holdings = new ServiceHoldings(rig, service, jvm);
      Holdings before = holdings.now();
      List<Checkpoint> checkpoints = new ArrayList<>();
      int count = rig.scaled(24, 40, 100);
      drive(
          rig,
          service,
          http -> {
            for (int i = 1; i <= count; i++) {
              rig.drive(requests(rig, http, perCheckpoint));
              checkpoints.add(new Checkpoint((long) i * perCheckpoint, jvm.bytes()));
            }
          });
      var growth = new LiveSetGrowth(checkpoints);
      List<String> left = holdings.leftSince(before, UNTIL_BACK);
      Findings findings =
          Findings.NONE
              .with(PERMANENT_LEAK, growth.provedPerThousand().times(1 / Unit.BYTES_PER_KILOBYTE))
              .with(GROWTH, growth.perThousand().times(1 / Unit.BYTES_PER_MEGABYTE))
              .with(LEFT, Figure.of(left.size()));
      return left.isEmpty() ? findings : findings.note("left: " + String.join(", ", left));
    }
  }

  private interface Driving {
    void with(HttpTarget http);
  }

  /** Over connections that are closed afterwards, so that none of them counts as left. */
  private static void drive(Rig rig, ServiceProcess service, Driving driving) {
    try (HttpTarget http = rig.targets().http(service, CONCURRENT)) {
      driving.with(http);
    }
  }

  private static Phase requests(Rig rig, HttpTarget http, int count) {
    return new Phase(
        "requests",
        Closed.of(CONCURRENT, count),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        new UserRequest(http, rig.isolation(), 0));
  }
}
