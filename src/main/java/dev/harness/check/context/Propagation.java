package dev.harness.check.context;

import static dev.harness.user.ContextPropagation.Hop.EVENT_BUS;
import static dev.harness.user.ContextPropagation.Hop.EVENT_LOOP;
import static dev.harness.user.ContextPropagation.Hop.MUTINY;
import static dev.harness.user.ContextPropagation.Hop.WORKER;

import dev.harness.check.operation.InProcess;
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
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextPropagation;
import dev.harness.user.ContextPropagation.Hop;
import dev.harness.user.UserExecutionContext;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Work that goes on elsewhere ten times over, and must find its user's context each time. */
public final class Propagation implements Check {
  private static final Metric KEPT =
      new Metric("contexts_kept", Unit.PERCENT, "hops after which the right context was found");
  private static final Metric HOP =
      new Metric("context_hop_time", Unit.NANOSECONDS, "mean time of one hop, waiting included");

  private static final List<Hop> HOPS =
      List.of(
          WORKER,
          EVENT_LOOP,
          EVENT_BUS,
          EVENT_LOOP,
          MUTINY,
          EVENT_LOOP,
          WORKER,
          EVENT_BUS,
          WORKER,
          MUTINY);

  /** Made once: what a hop takes is measured in nanoseconds. */
  private static final List<String> WHERE =
      IntStream.range(0, HOPS.size())
          .mapToObj(i -> "context after hop %d (%s)".formatted(i + 1, HOPS.get(i).words()))
          .toList();

  private static final double LEAST_PROBES = 3_000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int AT_ONCE = 64;
  private static final int USERS = 100;

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, "propagation");
  }

  @Override
  public String load() {
    return "ten asynchronous hops: event loop, worker, event bus, Mutiny chain";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 3, 8);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(KEPT, Bound.AT_LEAST, 100),
        IsolationLog.NO_BREACH,
        Criterion.fixed(IsolationLog.PROBES, Bound.AT_LEAST, LEAST_PROBES));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextPropagation propagation = rig.targets().propagation()) {
      rig.warmUp(journeys(rig, propagation, new LongAdder(), 2_000));
      var kept = new LongAdder();
      PhaseResult result =
          rig.drive(journeys(rig, propagation, kept, rig.scaled(5_000, 30_000, 200_000)));
      long hops = result.counts().due() * HOPS.size();
      return Findings.NONE
          .with(KEPT, Figure.share(100.0 * kept.sum() / hops, hops))
          .with(HOP, result.service().mean().times(NANOS_PER_MILLI / HOPS.size()));
    }
  }

  private static Phase journeys(
      Rig rig, ContextPropagation propagation, LongAdder kept, int count) {
    return new Phase(
        "journey",
        Closed.of(AT_ONCE, count),
        rig.users(USERS),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(10),
        attempt ->
            InProcess.future(propagation.travel(attempt.context(), HOPS))
                .map(found -> arrived(rig.isolation(), attempt.context(), found, kept)));
  }

  private static Outcome arrived(
      IsolationLog isolation,
      UserExecutionContext context,
      List<Optional<UserExecutionContext>> found,
      LongAdder kept) {
    int right = 0;
    for (int i = 0; i < found.size(); i++) {
      String where = WHERE.get(i);
      found.get(i).ifPresent(there -> isolation.ownContext(context, where, there.userId()));
      right += found.get(i).filter(context::equals).isPresent() ? 1 : 0;
    }
    kept.add(right);
    return right == HOPS.size() ? Outcome.COMPLETED : Outcome.failed("context-lost-or-wrong");
  }
}
