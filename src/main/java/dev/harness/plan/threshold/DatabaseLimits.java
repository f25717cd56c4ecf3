package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on connections, queries and transactions. */
public final class DatabaseLimits {
  private static final Section SECTION = new Section("database_operations");
  public static final ThresholdKey CONNECTION_CREATION =
      SECTION.atMost(
          "connection_creation_max_ms",
          "connection_creation_time_p95",
          Unit.MILLISECONDS,
          "P95 of connecting and authenticating");
  public static final ThresholdKey QUERY =
      SECTION.atMost(
          "query_execution_max_ms",
          "query_execution_time_p95",
          Unit.MILLISECONDS,
          "P95 of one prepared statement, the wait for a connection included");
  public static final ThresholdKey TRANSACTION_RATE =
      SECTION.atLeast(
          "transaction_throughput_min_per_sec",
          "database_transactions_per_second",
          Unit.PER_SECOND,
          "transactions committed, by the counter of PostgreSQL, per second");
  public static final ThresholdKey CONCURRENT_CONNECTIONS =
      SECTION.atLeast(
          "concurrent_connections_min",
          "concurrent_connections",
          Unit.COUNT,
          "connections with work in progress at once, as PostgreSQL sees them");
  public static final ThresholdKey LEAKS =
      SECTION.atMost(
          "connection_leak_max_percent",
          "connection_leak_rate",
          Unit.PERCENT,
          "connections lost for good / connections opened");
  public static final ThresholdKey REUSE =
      SECTION.atLeast(
          "connection_reuse_min_percent",
          "connection_reuse",
          Unit.PERCENT,
          "1 - sessions established / operations");

  static final List<ThresholdKey> ALL =
      List.of(CONNECTION_CREATION, QUERY, TRANSACTION_RATE, CONCURRENT_CONNECTIONS, LEAKS, REUSE);

  private DatabaseLimits() {}
}
