package dev.harness.check.websocket;

import static dev.harness.plan.threshold.WebsocketLimits.DISPATCH;
import static dev.harness.plan.threshold.WebsocketLimits.EVENT_RATE;
import static dev.harness.plan.threshold.WebsocketLimits.FAILURE_RATE;

import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.StreamTarget;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Events from the service to one stream, a thousand at a time, each round acknowledged. */
public final class DispatchRate implements Check {
  private static final int EVENTS = 1_000;

  @Override
  public CheckId id() {
    return new CheckId(Suite.WEBSOCKET, "dispatch-rate");
  }

  @Override
  public String load() {
    return "events to one stream, 1,000 at a time, acknowledged";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 3, 15);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(EVENT_RATE), Criterion.key(DISPATCH), Criterion.key(FAILURE_RATE));
  }

  @Override
  public Findings run(Rig rig) {
    try (StreamTarget target = rig.targets().streams(rig.targets().service())) {
      EventStream stream =
          rig.await(
              EventStream.open(target, rig.users(1).contextOf(0), rig.isolation()),
              "opening an event stream");
      rig.warmUp(rounds(rig, stream, rig.scaled(60, 100, 200)));
      long before = stream.received();
      PhaseResult result = rig.drive(rounds(rig, stream, rig.scaled(100, 300, 1_000)));
      double received = stream.received() - before;
      double sent = (double) result.counts().due() * EVENTS;
      return Findings.NONE
          .with(EVENT_RATE, Figure.ofMany(received / result.seconds(), (long) received))
          .with(DISPATCH, result.service().percentile(0.95))
          .with(FAILURE_RATE, Figure.share(100 * (sent - received) / sent, (long) sent));
    }
  }

  private static Phase rounds(Rig rig, EventStream stream, int rounds) {
    return new Phase(
        "round",
        Closed.of(1, rounds),
        rig.users(1),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        attempt -> stream.round(EVENTS));
  }
}
