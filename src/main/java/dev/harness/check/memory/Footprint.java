package dev.harness.check.memory;

import static dev.harness.plan.threshold.MemoryLimits.BASELINE;
import static dev.harness.plan.threshold.MemoryLimits.PEAK;

import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.metric.Unit;
import dev.harness.pace.Burst;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** A service that has just started: what its process takes idle, and what under load. */
public final class Footprint implements Check {
  private static final int REQUESTS = 1_000;
  private static final int USERS = 100;
  private static final int WORK_MILLIS = 10;

  @Override
  public CheckId id() {
    return new CheckId(Suite.MEMORY, "footprint");
  }

  @Override
  public String load() {
    return "a fresh service, idle and then with 1,000 requests at once, again and again";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 4, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(BASELINE), Criterion.key(PEAK));
  }

  @Override
  public Findings run(Rig rig) {
    try (ServiceProcess service = rig.targets().freshService();
        HttpTarget http = rig.targets().http(service, REQUESTS)) {
      rig.warmUp(phase(rig, http, Closed.of(1, REQUESTS), 0));
      Figure idle = megabytes(rig, service);
      Figure highest = idle;
      for (int i = 0; i < rig.scaled(10, 30, 100); i++) {
        rig.drive(phase(rig, http, new Open(new Burst(REQUESTS), REQUESTS), WORK_MILLIS));
        highest = higher(highest, megabytes(rig, service));
      }
      return Findings.NONE.with(BASELINE, idle).with(PEAK, highest);
    }
  }

  private static Phase phase(Rig rig, HttpTarget http, LoadProfile load, int workMillis) {
    return new Phase(
        "requests",
        load,
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(30),
        new UserRequest(http, rig.isolation(), workMillis));
  }

  private static Figure megabytes(Rig rig, ServiceProcess service) {
    return rig.targets()
        .probe()
        .process(service.pid())
        .map(ProcessSample::rssBytes)
        .map(bytes -> Figure.of(bytes / Unit.BYTES_PER_MEGABYTE))
        .orElseGet(() -> Figure.missing("the service is gone"));
  }

  /** What is missing once stays missing: the peak may have been there. */
  private static Figure higher(Figure one, Figure other) {
    if (one instanceof Figure.Measured a && other instanceof Figure.Measured b) {
      return a.value() >= b.value() ? a : b;
    }
    return one instanceof Figure.Missing ? one : other;
  }
}
