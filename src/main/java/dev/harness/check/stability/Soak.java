package dev.harness.check.stability;

import static dev.harness.plan.threshold.StabilityLimits.ERROR_INCREASE;
import static dev.harness.plan.threshold.StabilityLimits.LEAK;
import static dev.harness.plan.threshold.StabilityLimits.RESPONSE_DEGRADATION;
import static dev.harness.plan.threshold.StabilityLimits.UPTIME;

import dev.harness.check.operation.LoadTarget;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Endurance;
import dev.harness.verdict.LiveSetGrowth;
import dev.harness.verdict.LiveSetTrend.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sustained load for as long as one is told, and a health probe beside it each second. It is
 * driven in rounds, so many whatever its length: after each, memory is looked at, while no request
 * can suffer from that.
 */
public final class Soak implements Check {
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
  private static final double SECONDS_PER_HOUR = 3_600;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STABILITY, "soak");
  }

  @Override
  public String load() {
    return "100 requests a second for as long as --duration says, and a health probe each second";
  }

  @Override
  public Budget budget() {
    return Budget.soaking(25);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(UPTIME),
        Criterion.key(LEAK),
        Criterion.key(RESPONSE_DEGRADATION),
        Criterion.key(ERROR_INCREASE));
  }

  @Override
  public boolean alerting() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    try (HttpTarget http = rig.targets().http(service, LoadTarget.CONNECTIONS);
        JvmProcess jvm = rig.targets().jvm(service.pid())) {
      var target = new LoadTarget(rig, http);
      rig.warmUp(target.phase("base", new Constant(LoadTarget.SUSTAINED_PER_SECOND, WARM_UP)));
      var memory = HeldMemory.of(jvm, rig.targets().probe(), service.pid());
      Duration each = roundOf(rig.soak());
      long count = rig.soak().toSeconds() / each.toSeconds();
      var rounds = new ArrayList<Endurance.Round>();
      var checkpoints = new ArrayList<Checkpoint>();
      long startNanos = rig.ticker().nanoTime();
      while (rounds.size() < count) {
        PhaseResult load =
            rig.driveTogether(
                    List.of(
                        target.phase("soak", new Constant(LoadTarget.SUSTAINED_PER_SECOND, each)),
                        health(rig, http, each)))
                .get(0);
        rounds.add(new Endurance.Round(load.response().percentile(0.95), load.counts()));
        Duration passed = Duration.ofNanos(rig.ticker().nanoTime() - startNanos);
        checkpoints.add(new Checkpoint(passed.toMillis(), memory.bytes()));
      }
      return findings(rig, new Endurance(rounds), new LiveSetGrowth(checkpoints))
          .note("%d rounds of %d s; %s".formatted(count, each.toSeconds(), memory.what()));
    }
  }

  private static Findings findings(Rig rig, Endurance endurance, LiveSetGrowth growth) {
    // A thousand milliseconds are a second.
    double perHour = SECONDS_PER_HOUR / Unit.BYTES_PER_MEGABYTE;
    return Findings.NONE
        .with(UPTIME, rig.result("health").success())
        .with(LEAK, growth.provedPerThousand().times(perHour))
        .with(RESPONSE_DEGRADATION, endurance.responseDegradation(rig.seed("quarters").value()))
        .with(ERROR_INCREASE, endurance.errorIncrease());
  }

  /**
   * Whole seconds, so that there is a probe in each; so many rounds that quarters have ten each.
   */
  static Duration roundOf(Duration soak) {
    return Duration.ofSeconds(Math.max(1, soak.toSeconds() / Endurance.LEAST_ROUNDS));
  }

  private static Phase health(Rig rig, HttpTarget http, Duration duration) {
    var ping = new Request("GET", "/ping", Map.of());
    return new Phase(
        "health",
        new Open(new Constant(1, duration), 2),
        rig.users(1),
        Resolution.MICROSECONDS,
        ANSWERS_WITHIN,
        attempt ->
            http.send(ping, attempt)
                .map(
                    reply ->
                        reply.status() / 100 == 2
                            ? Outcome.COMPLETED
                            : Outcome.failed("status-" + reply.status())));
  }
}
