package dev.harness.check.websocket;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
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
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.StreamTarget.Stream;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * A hundred users' streams at once. Each event carries the secret of its user, and must come on
 * that user's stream alone, in order, none left out. Whoever opens a stream without saying who they
 * are gets none.
 */
public final class StreamIsolation implements Check {
  private static final Metric COMPLETE =
      new Metric(
          "isolated_events_complete",
          Unit.PERCENT,
          "events received in order on the stream of their user / events asked for");
  private static final Metric TURNED_AWAY =
      new Metric(
          "anonymous_streams_ended",
          Unit.PERCENT,
          "streams without a user that were ended / opened");

  private static final double LEAST_PROBES = 3_000;
  private static final int STREAMS = 100;
  private static final int EVENTS = 20;
  private static final int ANONYMOUS = 60;
  private static final int ANONYMOUS_AT_ONCE = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  @Override
  public CheckId id() {
    return new CheckId(Suite.WEBSOCKET, "stream-isolation");
  }

  @Override
  public String load() {
    return "100 users' streams at once, each event looked through, and streams of nobody's";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 3, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        IsolationLog.NO_BREACH,
        Criterion.fixed(IsolationLog.PROBES, Bound.AT_LEAST, LEAST_PROBES),
        Criterion.fixed(COMPLETE, Bound.AT_LEAST, 100),
        Criterion.fixed(TURNED_AWAY, Bound.AT_LEAST, 100));
  }

  @Override
  public Findings run(Rig rig) {
    try (StreamTarget target = rig.targets().streams(rig.targets().service())) {
      OpenStreams open = OpenStreams.of(rig, target, rig.users(STREAMS), STREAMS);
      int rounds = STREAMS * rig.scaled(4, 50, 200);
      List<PhaseResult> both =
          rig.driveTogether(
              List.of(
                  open.rounds(Closed.of(STREAMS, rounds), EVENTS, TIMEOUT),
                  anonymous(rig, target)));
      double asked = (double) rounds * EVENTS;
      long received = open.received().stream().mapToLong(Long::longValue).sum();
      return Findings.NONE
          .with(COMPLETE, Figure.share(100 * received / asked, (long) asked))
          .with(TURNED_AWAY, both.get(1).success());
    }
  }

  private static Phase anonymous(Rig rig, StreamTarget target) {
    return new Phase(
        "anonymous",
        Closed.of(ANONYMOUS_AT_ONCE, ANONYMOUS),
        rig.users(ANONYMOUS),
        Resolution.MICROSECONDS,
        TIMEOUT,
        attempt -> turnedAway(target, rig.isolation(), attempt));
  }

  private static Future<Outcome> turnedAway(
      StreamTarget target, IsolationLog isolation, Attempt attempt) {
    String operation = attempt.context().requestId();
    return target
        .open("/events", text -> isolation.nobodys(operation, "event for " + Breach.NOBODY, text))
        .compose(Stream::closed)
        .map(Outcome.COMPLETED);
  }
}
