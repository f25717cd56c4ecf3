package dev.harness.target.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.plan.SourceMetric;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real server tells of what its clients really do. */
class PostgresReadingsIT {
  private static final SystemTicker CLOCK = new SystemTicker();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Vertx vertx;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), CLOCK);
    PgConnection owner = connection();
    get(
        owner
            .query(
                "create role stranger login password 'secret';"
                    + "grant connect on database %s to stranger;".formatted(postgres.database())
                    + "create table pair (id int primary key, n int);"
                    + "insert into pair values (1, 0), (2, 0)")
            .execute());
    get(owner.close());
  }

  @AfterAll
  static void end() {
    postgres.close();
    get(vertx.close());
  }

  @Test
  void tellsWhatClientsDo() {
    try (ReadingSource source = PostgresReadings.of(vertx, DatabaseUrl.ofOwner(postgres))) {
      Readings before = source.read();
      PgConnection idle = connection();
      PgConnection open = connection();
      get(open.query("begin").execute());
      get(open.query("select * from pair").execute());

      Readings now = until(source, told -> value(told, SourceMetric.DB_IDLE_IN_TRANSACTION) == 1);
      assertThat(value(now, SourceMetric.DB_CONNECTIONS))
          .isEqualTo(value(before, SourceMetric.DB_CONNECTIONS) + 2);
      assertThat(value(now, SourceMetric.DB_IDLE)).isPositive();
      assertThat(value(now, SourceMetric.DB_OLDEST_TRANSACTION)).isPositive();

      get(open.query("rollback").execute());
      for (int i = 0; i < 20; i++) {
        get(idle.query("select count(*) from pair").execute());
      }
      get(open.close());
      get(idle.close());
      Readings after =
          until(
              source,
              told ->
                  value(told, SourceMetric.DB_COMMITS)
                          >= value(before, SourceMetric.DB_COMMITS) + 20
                      && value(told, SourceMetric.DB_ROLLBACKS)
                          > value(before, SourceMetric.DB_ROLLBACKS));
      assertThat(value(after, SourceMetric.DB_IDLE_IN_TRANSACTION)).isZero();
      assertThat(value(after, SourceMetric.DB_OLDEST_TRANSACTION)).isZero();
    }
  }

  /** To look is not counted: it is done from another database. */
  @Test
  void aDatabaseInWhichNothingHappensCommitsNothing() {
    try (ReadingSource source = PostgresReadings.of(vertx, DatabaseUrl.ofOwner(postgres))) {
      double before = value(source.read(), SourceMetric.DB_COMMITS);
      for (int i = 0; i < 50; i++) {
        source.read();
      }

      assertThat(value(source.read(), SourceMetric.DB_COMMITS)).isBetween(before, before + 20);
    }
  }

  @Test
  void countsDeadlocks() {
    try (ReadingSource source = PostgresReadings.of(vertx, DatabaseUrl.ofOwner(postgres))) {
      double before = value(source.read(), SourceMetric.DB_DEADLOCKS);
      PgConnection one = connection();
      PgConnection other = connection();
      get(one.query("begin; update pair set n = n + 1 where id = 1").execute());
      get(other.query("begin; update pair set n = n + 1 where id = 2").execute());
      var crossed =
          Future.all(
              one.query("update pair set n = n + 1 where id = 2")
                  .execute()
                  .otherwiseEmpty()
                  .compose(done -> one.close()),
              other
                  .query("update pair set n = n + 1 where id = 1")
                  .execute()
                  .otherwiseEmpty()
                  .compose(done -> other.close()));
      get(crossed);

      Readings after = until(source, told -> value(told, SourceMetric.DB_DEADLOCKS) > before);
      assertThat(value(after, SourceMetric.DB_DEADLOCKS)).isEqualTo(before + 1);
    }
  }

  @Test
  void aRoleThatMayNotSeeOthersTellsSo() {
    PgConnection somebody = connection();
    String url =
        "postgresql://stranger:secret@%s:%d/%s"
            .formatted(postgres.host(), postgres.port(), postgres.database());
    try (ReadingSource source = PostgresReadings.of(vertx, url)) {
      Readings told = source.read();

      assertThat(told.gap().orElseThrow())
          .contains("not available", "\"stranger\"", "pg_read_all_stats")
          .doesNotContain("secret");
      assertThat(told.value(SourceMetric.DB_IDLE)).isEmpty();
      assertThat(value(told, SourceMetric.DB_CONNECTIONS)).isPositive();
    } finally {
      get(somebody.close());
    }
  }

  @Test
  void aConnectionThatIsCutIsMadeAnew() {
    try (ReadingSource source = PostgresReadings.of(vertx, DatabaseUrl.ofOwner(postgres))) {
      source.read();
      PgConnection owner = connection();
      get(
          owner
              .query(
                  "select pg_terminate_backend(pid) from pg_stat_activity"
                      + " where application_name = 'harness-monitor' and usename = current_user")
              .execute());
      get(owner.close());

      assertThat(failsWithin(source)).isTrue();
      assertThat(source.read().values()).isNotEmpty();
    }
  }

  @Test
  void oneThatIsNotThereIsToldWithoutItsPassword() {
    try (ReadingSource source =
        PostgresReadings.of(vertx, "postgresql://me:hidden@127.0.0.1:1/mine")) {
      assertThat(source.name()).isEqualTo("database me@127.0.0.1:1/mine");
      assertThatThrownBy(source::read)
          .isInstanceOf(NotAvailableException.class)
          .hasMessage("nothing answers there");
    }
    assertThatThrownBy(() -> PostgresReadings.of(vertx, "mysql://me:hidden@there/mine"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hidden");
  }

  private static double value(Readings readings, SourceMetric metric) {
    return readings.value(metric).orElseThrow();
  }

  /** The server tells others of what a session did within about a second. */
  private static Readings until(ReadingSource source, Predicate<Readings> holds) {
    long start = CLOCK.nanoTime();
    Readings told = source.read();
    while (!holds.test(told)) {
      assertThat(CLOCK.nanoTime() - start).as(told.toString()).isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(20_000_000);
      told = source.read();
    }
    return told;
  }

  private static boolean failsWithin(ReadingSource source) {
    long start = CLOCK.nanoTime();
    while (CLOCK.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        source.read();
      } catch (NotAvailableException e) {
        return true;
      }
    }
    return false;
  }

  private static PgConnection connection() {
    return get(PgConnection.connect(vertx, DatabaseUrl.ofOwner(postgres)));
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
