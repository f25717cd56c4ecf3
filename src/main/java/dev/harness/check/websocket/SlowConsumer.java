package dev.harness.check.websocket;

import static dev.harness.plan.threshold.WebsocketLimits.QUEUE_MEMORY;

import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.pace.Constant;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.StreamTarget;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserPopulation;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Users with two clients, of which one asks for large events and the other has stopped reading:
 * what is emitted for it must not pile up in the service, and others must not wait for it.
 */
public final class SlowConsumer implements Check {
  private static final Metric ENDED =
      new Metric(
          "slow_streams_ended",
          Unit.PERCENT,
          "streams that the service ended because they overflowed / streams not read");
  private static final Metric SERVED =
      new Metric(
          "fast_rounds_served",
          Unit.PERCENT,
          "rounds of events that were complete and in order / due, on streams that are read");
  private static final Metric HELD_UP =
      new Metric(
          "fast_round_time_added",
          Unit.MILLISECONDS,
          "P95 of a round while others do not read, less the P95 before");

  /** Two loads more on the same processors cost something; who waits for somebody waits longer. */
  private static final double MOST_HELD_UP_MILLIS = 250;

  private static final int FAST = 20;
  private static final int FAST_EVENTS = 50;
  private static final int SLOW = 2;

  /** Large, so that what the sockets of both sides take in is soon full. */
  private static final int PADDING = 1_000;

  private static final int FED_EVENTS = 500;
  private static final double LOOKS_PER_SECOND = 20;
  private static final Duration STEP = Duration.ofMillis(500);

  /** Before the service takes who does not answer its pings for gone. */
  private static final int MOST_STEPS = 4;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @Override
  public CheckId id() {
    return new CheckId(Suite.WEBSOCKET, "slow-consumer");
  }

  @Override
  public String load() {
    return "clients that stop reading, beside others that go on";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(2, 4, 8);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.key(QUEUE_MEMORY),
        Criterion.fixed(ENDED, Bound.AT_LEAST, 100),
        Criterion.fixed(SERVED, Bound.AT_LEAST, 100),
        Criterion.fixed(HELD_UP, Bound.AT_MOST, MOST_HELD_UP_MILLIS));
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    try (StreamTarget target = rig.targets().streams(service);
        HttpTarget http = rig.targets().http(service, 2)) {
      var stats = new ServiceStats(rig, http);
      UserPopulation users = rig.users(FAST + SLOW);
      OpenStreams fast = OpenStreams.of(rig, target, users, FAST);
      Phase rounds = fast.rounds(Closed.lasting(FAST, STEP), FAST_EVENTS, TIMEOUT);
      rig.warmUp(rounds);
      PhaseResult before = rig.drive(rounds.named("before"));
      double overflowed = overflowed(stats);
      Phase feed =
          fedBesideSilence(rig, target, users)
              .rounds(Closed.lasting(SLOW, STEP), FED_EVENTS, TIMEOUT)
              .named("feed");
      var peak = new AtomicLong();
      int steps = 0;
      do {
        rig.driveTogether(List.of(rounds, feed, looks(rig, http, peak)));
        steps++;
      } while (steps < MOST_STEPS && overflowed(stats) < overflowed + SLOW);
      return findings(before, rig.result(rounds.name()), overflowed(stats) - overflowed)
          .with(QUEUE_MEMORY, Figure.of(peak.get() / Unit.BYTES_PER_MEGABYTE));
    }
  }

  private static Findings findings(PhaseResult before, PhaseResult beside, double ended) {
    return Findings.NONE
        .with(ENDED, Figure.of(100 * ended / SLOW, SLOW))
        .with(SERVED, beside.success())
        .with(HELD_UP, added(before.service().percentile(0.95), beside.service().percentile(0.95)));
  }

  private static Figure added(Figure before, Figure beside) {
    if (before instanceof Figure.Measured first && beside instanceof Figure.Measured second) {
      return Figure.of(second.value() - first.value(), second.samples());
    }
    return before instanceof Figure.Missing ? before : beside;
  }

  private static double overflowed(ServiceStats stats) {
    return stats.number("streams", "overflowed") instanceof Figure.Measured number
        ? number.value()
        : Double.NaN;
  }

  /** For each of some users, who have no other streams, one that is read and one that is not. */
  private static OpenStreams fedBesideSilence(Rig rig, StreamTarget target, UserPopulation users) {
    var fed = new ArrayList<EventStream>();
    for (int i = FAST; i < FAST + SLOW; i++) {
      UserExecutionContext user = users.contextOf(i);
      rig
          .await(
              EventStream.open(target, user, rig.isolation(), PADDING), "opening a silent stream")
          .stream()
          .fallSilent();
      fed.add(
          rig.await(
              EventStream.open(target, user, rig.isolation(), PADDING), "opening a fed stream"));
    }
    return new OpenStreams(rig, fed);
  }

  private static Phase looks(Rig rig, HttpTarget http, AtomicLong peak) {
    Operation look =
        attempt ->
            ServiceStats.queuedBytes(http, attempt)
                .map(
                    bytes -> {
                      peak.accumulateAndGet(bytes, Math::max);
                      return Outcome.COMPLETED;
                    });
    var load = new Open(new Constant(LOOKS_PER_SECOND, STEP), 1);
    return new Phase("look", load, rig.users(1), Resolution.MICROSECONDS, TIMEOUT, look);
  }
}
