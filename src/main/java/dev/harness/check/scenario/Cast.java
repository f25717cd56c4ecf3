package dev.harness.check.scenario;

import dev.harness.plan.scenario.Scope;
import dev.harness.plan.scenario.Users;
import dev.harness.run.IsolationLog;
import dev.harness.run.drive.Attempt;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserPopulation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who plays the users of a plan: what each of them is known by is worked out once. */
final class Cast {
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
    return new Scope(
        context,
        values.computeIfAbsent(
            id, user -> users.values(population.numberOf(index), user, isolation.canaryOf(user))));
  }
}
