package dev.harness.check.database;

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
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** A hundred users who share eight connections, and whom row-level security alone keeps apart. */
public final class SessionIsolation implements Check {
  private static final Metric SUCCESS =
      new Metric("isolated_transaction_rate", Unit.PERCENT, "transactions kept apart / due");

  private static final double LEAST_PROBES = 3_000;
  private static final int CONNECTIONS = 8;
  private static final int SLOTS = 32;
  private static final int USERS = 100;

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "session-isolation");
  }

  @Override
  public String load() {
    return "100 users share 8 connections, and each is looked at before it is told a user";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(2, 3, 10);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        IsolationLog.NO_BREACH,
        Criterion.fixed(IsolationLog.PROBES, Bound.AT_LEAST, LEAST_PROBES),
        Criterion.fixed(SUCCESS, Bound.AT_LEAST, 100));
  }

  @Override
  public Findings run(Rig rig) {
    DatabaseTarget database = rig.targets().database();
    return database
        .applicationRole()
        .map(role -> isolate(rig, database, role))
        .orElseGet(
            () ->
                provesNothing(
                    "tables belong to the role that works here, and there is no other"
                        + " (--application-database)"));
  }

  private static Findings isolate(Rig rig, DatabaseTarget database, String role) {
    try (DatabasePool owner = database.openPool("harness-user-rows", 1);
        DatabasePool application =
            database.openApplicationPool("harness-session-isolation", CONNECTIONS)) {
      UserRows.create(owner, rig);
      var rows = new UserRows(application, rig.isolation(), rig.users(USERS));
      String exemption = rows.exemption(rig);
      if (!exemption.isEmpty()) {
        return provesNothing("the role \"%s\" %s".formatted(role, exemption));
      }
      rig.warmUp(sessions(rig, USERS, rows::prepare));
      PhaseResult result = rig.drive(sessions(rig, rig.scaled(1_000, 4_000, 20_000), rows));
      return Findings.NONE.with(SUCCESS, result.success());
    }
  }

  private static Phase sessions(Rig rig, int count, Operation operation) {
    return new Phase(
        "session",
        Closed.of(SLOTS, count),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        operation);
  }

  private static Findings provesNothing(String why) {
    Figure missing = Figure.missing("row-level security proves nothing: " + why);
    return Findings.NONE
        .with(IsolationLog.BREACHES, missing)
        .with(IsolationLog.PROBES, missing)
        .with(SUCCESS, missing);
  }
}
