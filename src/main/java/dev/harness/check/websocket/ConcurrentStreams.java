package dev.harness.check.websocket;

import static dev.harness.plan.threshold.WebsocketLimits.CONCURRENT_STREAMS;

import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Figure;
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
import java.time.Duration;
import java.util.List;

/** A hundred streams and more, each a user's own, all receiving at once. */
public final class ConcurrentStreams implements Check {
  private static final Metric DISPATCHED =
      new Metric(
          "events_dispatched",
          Unit.PERCENT,
          "events received in order on the stream of their user / events asked for");
  private static final Metric RATE =
      new Metric(
          "concurrent_events_per_second",
          Unit.PER_SECOND,
          "events received in order per second, over all streams");

  private static final double LEAST_DISPATCHED_PERCENT = 99;
  private static final int EVENTS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  @Override
  public CheckId id() {
    return new CheckId(Suite.WEBSOCKET, "concurrent-streams");
  }

  @Override
  public String load() {
    return "100 streams and more at once, all receiving";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(2, 4, 20);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(CONCURRENT_STREAMS),
        Criterion.fixed(DISPATCHED, Bound.AT_LEAST, LEAST_DISPATCHED_PERCENT));
  }

  @Override
  public Findings run(Rig rig) {
    int streams = rig.scaled(100, 200, 500);
    ServiceProcess service = rig.targets().service();
    try (StreamTarget target = rig.targets().streams(service);
        HttpTarget http = rig.targets().http(service, 1)) {
      OpenStreams open = OpenStreams.of(rig, target, rig.users(streams), streams);
      Phase rounds =
          open.rounds(
              Closed.of(streams, (long) streams * rig.scaled(10, 30, 100)), EVENTS, TIMEOUT);
      rig.warmUp(rounds);
      List<Long> before = open.received();
      PhaseResult result = rig.drive(rounds);
      // Asked while all are still open: the service counts a stream some time after its client
      // does.
      Figure connected = new ServiceStats(rig, http).number("streams", "connections");
      return findings(result, connected, Received.since(before, open.received()));
    }
  }

  private static Findings findings(PhaseResult result, Figure connected, Received received) {
    double asked = (double) result.counts().due() * EVENTS;
    Figure reached =
        connected instanceof Figure.Measured measured
            ? Figure.of(Math.min(measured.value(), (double) received.streams()))
            : connected;
    return Findings.NONE
        .with(CONCURRENT_STREAMS, reached)
        .with(DISPATCHED, Figure.share(100 * received.events() / asked, (long) asked))
        .with(RATE, Figure.ofMany(received.events() / result.seconds(), received.events()));
  }

  /**
   * @param streams that received anything
   * @param events that were received in order, on all of them
   */
  private record Received(long streams, long events) {
    static Received since(List<Long> before, List<Long> after) {
      long receiving = 0;
      long events = 0;
      for (int i = 0; i < after.size(); i++) {
        long more = after.get(i) - before.get(i);
        receiving += more > 0 ? 1 : 0;
        events += more;
      }
      return new Received(receiving, events);
    }
  }
}
