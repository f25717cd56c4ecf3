package dev.harness.check.websocket;

import dev.harness.check.operation.ServiceStats;
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
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.StreamTarget;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Clients that connect, drop in every way there is, and connect again. */
public final class StreamCleanup implements Check {
  private static final Metric SUCCESS =
      new Metric("stream_cycle_success", Unit.PERCENT, "streams opened, used and dropped / due");
  private static final Metric NOTHING_LEFT =
      new Metric(
          "streams_cleaned_up",
          Unit.YES_NO,
          "no connection, stream, queued event, timer or engine left in the service afterwards");

  private static final int SLOTS = 20;
  private static final int EVENTS = 20;

  /** The service pings its peers; one that is silent between two pings is gone. */
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(15);

  @Override
  public CheckId id() {
    return new CheckId(Suite.WEBSOCKET, "cleanup");
  }

  @Override
  public String load() {
    return "clients that close, reset or vanish, and connect again";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(4, 5, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(NOTHING_LEFT, Bound.AT_LEAST, 1),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, 100));
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    try (StreamTarget target = rig.targets().streams(service);
        HttpTarget http = rig.targets().http(service, 1)) {
      PhaseResult cycles = rig.drive(cycles(rig, target, rig.scaled(300, 600, 3_000)));
      var stats = new ServiceStats(rig, http);
      boolean clean = rig.holdsWithin(SETTLES_WITHIN, () -> nothingLeft(stats));
      return Findings.NONE.with(NOTHING_LEFT, Figure.of(clean)).with(SUCCESS, cycles.success());
    }
  }

  private static boolean nothingLeft(ServiceStats stats) {
    return stats.allZero("streams", "connections", "open", "users", "queued", "unsent")
        && stats.allZero("engines", "open")
        && stats.allZero("requests", "timers");
  }

  private static Phase cycles(Rig rig, StreamTarget target, int count) {
    return new Phase(
        "cycle",
        Closed.of(SLOTS, count),
        rig.users(SLOTS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        attempt ->
            EventStream.open(target, attempt.context(), rig.isolation())
                .compose(
                    stream ->
                        stream
                            .round(EVENTS)
                            .compose(outcome -> drop(stream, attempt.index()).map(outcome))));
  }

  private static Future<Void> drop(EventStream stream, long index) {
    return switch ((int) (index % 3)) {
      case 0 -> stream.stream().close();
      case 1 -> stream.stream().reset();
      default -> {
        stream.stream().fallSilent();
        yield Future.succeededFuture();
      }
    };
  }
}
