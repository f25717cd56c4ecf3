package dev.harness.check.stress;

import dev.harness.check.operation.ServiceStats;
import dev.harness.check.operation.UserRequest;
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
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * More requests of each user at once than the service allows: exactly as many are served as are
 * allowed, whoever else is asking.
 *
 * <p>Each request takes {@link #WORK} at the least. So all that are served within less than twice
 * that time were under way at once, in the middle of it. Where a burst took longer, one may have
 * come after the other, and nothing is said of the limit.
 */
public final class RequestLimit implements Check {
  private static final Metric SERVED_TO_LIMIT =
      new Metric(
          "users_served_to_limit",
          Unit.PERCENT,
          "users of whom exactly as many requests as allowed were served at once / users");

  private static final int BEYOND = 5;
  private static final int USERS = 4;
  private static final Duration WORK = Duration.ofSeconds(1);
  private static final int CONNECTING_MILLIS = 50;
  private static final int OTHER_USERS = 100;

  @Override
  public CheckId id() {
    return new CheckId(Suite.STRESS, "request-limit");
  }

  @Override
  public String load() {
    return "five requests more than are allowed at once, of each of four users, over HTTP";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 3, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.fixed(SERVED_TO_LIMIT, Bound.AT_LEAST, 100));
  }

  @Override
  public boolean overloads() {
    return true;
  }

  @Override
  public Findings run(Rig rig) {
    ServiceProcess service = rig.targets().service();
    Figure allowed;
    try (HttpTarget http = rig.targets().http(service, 1)) {
      allowed = new ServiceStats(rig, http).number("engines", "perUser");
    }
    return allowed instanceof Figure.Measured limit
        ? exceed(rig, service, (int) limit.value())
        : Findings.NONE.with(SERVED_TO_LIMIT, allowed);
  }

  private static Findings exceed(Rig rig, ServiceProcess service, int limit) {
    int requests = USERS * (limit + BEYOND);
    try (HttpTarget http = rig.targets().http(service, requests)) {
      // Over connections that are open already all of a burst arrives at once.
      var connect = new UserRequest(http, rig.isolation(), CONNECTING_MILLIS);
      rig.warmUp(burst(rig, requests, OTHER_USERS, connect));
      var request = new UserRequest(http, rig.isolation(), (int) WORK.toMillis());
      var bursts = new ArrayList<Served>();
      for (int i = 0; i < rig.scaled(1, 2, 8); i++) {
        var byUser = new ConcurrentHashMap<String, Integer>();
        PhaseResult result = rig.drive(burst(rig, requests, USERS, counting(request, byUser)));
        bursts.add(new Served(result.seconds(), byUser));
      }
      return Findings.NONE.with(SERVED_TO_LIMIT, heldTo(limit, bursts));
    }
  }

  /**
   * What became of one burst.
   *
   * @param seconds from its first request to its last answer
   * @param byUser requests that were served
   */
  record Served(double seconds, Map<String, Integer> byUser) {}

  /** Percent of the users who were served exactly up to the limit at once. */
  static Figure heldTo(int limit, List<Served> bursts) {
    for (Served burst : bursts) {
      if (burst.seconds() >= 2 * WORK.toMillis() / 1_000.0) {
        return Figure.missing(
            "a burst took %.1f s: its requests may have come one after the other"
                .formatted(burst.seconds()));
      }
    }
    long exact =
        bursts.stream()
            .flatMap(burst -> burst.byUser().values().stream())
            .filter(count -> count == limit)
            .count();
    long users = (long) bursts.size() * USERS;
    return Figure.of(100.0 * exact / users, users);
  }

  private static Operation counting(Operation request, Map<String, Integer> served) {
    return attempt ->
        request
            .fire(attempt)
            .onSuccess(
                outcome -> {
                  if (outcome.equals(Outcome.COMPLETED)) {
                    served.merge(attempt.context().userId(), 1, Integer::sum);
                  }
                });
  }

  private static Phase burst(Rig rig, int requests, int users, Operation operation) {
    return new Phase(
        "burst",
        new Open(new Burst(requests), requests),
        rig.users(users),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        operation);
  }
}
