package dev.harness.check.database;

import static dev.harness.plan.threshold.DatabaseLimits.TRANSACTION_RATE;

import dev.harness.check.operation.Ledger;
import dev.harness.measure.Counts;
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
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Criterion;
import java.time.Duration;
import java.util.List;

/** Insert, update and select in one transaction, again and again, each of them committed. */
public final class TransactionThroughput implements Check {
  private static final Metric CONFIRMED =
      new Metric(
          "commits_confirmed",
          Unit.YES_NO,
          "PostgreSQL counted a commit for every transaction that the client saw committed");
  private static final Metric P95 =
      new Metric("transaction_time_p95", Unit.MILLISECONDS, "P95 of one transaction");

  private static final int CONNECTIONS = 16;
  private static final int USERS = 100;

  @Override
  public CheckId id() {
    return new CheckId(Suite.DATABASE, "transaction-throughput");
  }

  @Override
  public String load() {
    return "insert, update and select in one transaction, on 16 connections";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(4, 12, 36);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.key(TRANSACTION_RATE), Criterion.fixed(CONFIRMED, Bound.AT_LEAST, 1));
  }

  @Override
  public Findings run(Rig rig) {
    try (var session = new PoolSession(rig, "transactions-warm-up", CONNECTIONS)) {
      rig.warmUp(transactions(rig, Ledger.in(session.pool(), rig), rig.scaled(1, 2, 3)));
      session.end();
    }
    try (var session = new PoolSession(rig, "transactions", CONNECTIONS)) {
      Ledger ledger = Ledger.in(session.pool(), rig);
      PhaseResult result = rig.drive(transactions(rig, ledger, rig.scaled(2, 8, 30)));
      Counts counts = result.counts();
      long counted = session.end().counted().commits();
      double committed = Math.min(counted, counts.completed());
      return Findings.NONE
          .with(
              TRANSACTION_RATE,
              counts.completed() == 0
                  ? Figure.missing("no transaction was committed")
                  : Figure.of(committed / result.seconds(), counts.completed()))
          .with(CONFIRMED, Figure.of(counted >= counts.completed()))
          .with(P95, result.service().percentile(0.95));
    }
  }

  private static Phase transactions(Rig rig, Ledger ledger, int seconds) {
    return new Phase(
        "transaction",
        Closed.lasting(CONNECTIONS, Duration.ofSeconds(seconds)),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        ledger::transaction);
  }
}
