package dev.harness.check.stress;

import dev.harness.check.operation.InProcess;
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
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.NotOfferedException;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Three more engines for each user than are allowed, asked for from several threads at once:
 * exactly as many are opened as are allowed, whoever else is asking.
 */
public final class UserLimit implements Check {
  private static final Metric EXACT_USERS =
      new Metric(
          "users_held_to_limit",
          Unit.PERCENT,
          "users who got exactly as many engines as allowed / users");
  private static final Metric ALONE =
      new Metric(
          "engines_beyond_or_below_limit",
          Unit.COUNT,
          "engines that a user who is alone gets more or less than are allowed");

  private static final int BEYOND = 3;
  private static final int USERS = 100;
  private static final int THREADS = 8;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "user-limit");
  }

  @Override
  public String load() {
    return "five engines for a user who may have two, alone and under concurrency";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 2, 6);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.fixed(ALONE, Bound.AT_MOST, 0),
        Criterion.fixed(EXACT_USERS, Bound.AT_LEAST, 100));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      int alone = together(rig, threads, 1, "alone").farthest();
      int rounds = rig.scaled(20, 50, 200);
      double exact =
          IntStream.range(0, rounds)
              .mapToDouble(round -> together(rig, threads, USERS, "together").exactPercent())
              .average()
              .orElseThrow();
      return Findings.NONE
          .with(ALONE, Figure.of(alone))
          .with(EXACT_USERS, Figure.of(exact, (long) rounds * USERS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Opened together(Rig rig, ExecutorService threads, int users, String phase) {
    try (ContextSystem system = rig.targets().contexts()) {
      int allowed = allowed(system);
      int attempts = users * (allowed + BEYOND);
      var opened = new ConcurrentHashMap<String, Integer>();
      PhaseResult result =
          rig.drive(
              new Phase(
                  phase,
                  new Open(new Burst(attempts), attempts),
                  rig.users(users),
                  Resolution.NANOSECONDS,
                  Duration.ofSeconds(10),
                  attempt -> onThread(threads, system, attempt, opened)));
      var counts = result.counts();
      // An attempt that ended as neither says nothing of the limit, and spoils the round.
      boolean told = counts.completed() + counts.refused() == counts.due();
      IntStream without = IntStream.generate(() -> 0).limit(users - opened.size());
      return new Opened(
          IntStream.concat(opened.values().stream().mapToInt(Integer::intValue), without)
              .map(count -> told ? Math.abs(count - allowed) : attempts)
              .boxed()
              .toList());
    }
  }

  private static int allowed(ContextSystem system) {
    return system
        .enginesPerUser()
        .orElseThrow(
            () ->
                new NotOfferedException(system.name() + " sets no limit to the engines of a user"));
  }

  /**
   * What became of one round.
   *
   * @param apart for each user, engines more or less than are allowed
   */
  private record Opened(List<Integer> apart) {
    int farthest() {
      return Collections.max(apart);
    }

    double exactPercent() {
      return 100.0 * Collections.frequency(apart, 0) / apart.size();
    }
  }

  private static Future<Outcome> onThread(
      ExecutorService threads, ContextSystem system, Attempt attempt, Map<String, Integer> opened) {
    Promise<Outcome> promise = Promise.promise();
    String user = attempt.context().userId();
    threads.execute(
        () ->
            InProcess.outcome(
                    Uni.createFrom()
                        .deferred(() -> system.openEngine(InProcess.context(system, attempt)))
                        .invoke(engine -> opened.merge(user, 1, Integer::sum)))
                .onComplete(promise));
    return promise.future();
  }
}
