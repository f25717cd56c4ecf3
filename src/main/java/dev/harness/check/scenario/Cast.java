package dev.harness.check.scenario;

import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Users;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserPopulation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who plays the users of a plan. What they are known by is worked out once for so many of them, and
 * for the others again and again: a feeder may have more than the memory holds.
 */
final class Cast {
  private static final int MOST_KEPT = 1_000;

  private final Users users;
  private final UserPopulation population;
  private final IsolationLog isolation;
  private final Map<String, Map<String, String>> values = new ConcurrentHashMap<>();

  Cast(Users users, UserPopulation population, IsolationLog isolation) {
    this.users = users;
    this.population = population;
    this.isolation = isolation;
  }

  UserPopulation population() {
    return population;
  }

  /** What variables stand for in that iteration. */
  Scope scope(Attempt attempt) {
    return scope(attempt.index(), attempt.context());
  }

  /** The same of one that no driver has asked for. */
  Scope scope(long index) {
    return scope(index, population.contextOf(index));
  }

  private Scope scope(long index, UserExecutionContext context) {
    String id = context.userId();
    Map<String, String> known = values.get(id);
    if (known == null) {
      known = users.values(population.numberOf(index), id, isolation.canaryOf(id));
      if (values.size() < MOST_KEPT) {
        values.put(id, known);
      }
    }
    return new Scope(context, known);
  }
}
