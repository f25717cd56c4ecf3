package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --plan} with SQL, on a database with a schema of the user's own. */
class SqlPlanIT {
  private static Vertx vertx;
  private static EmbeddedPostgres postgres;
  private static Sql sql;

  @TempDir Path home;

  private Place place;

  @BeforeAll
  static void givenATable() throws Exception {
    vertx = Vertx.vertx();
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    sql = new Sql(vertx, url());
    sql.run("create table account (owner text primary key, note text, balance int not null)");
  }

  @AfterAll
  static void endIt() throws Exception {
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home).with("DATABASE_URL", url());
    sql.run("truncate account");
  }

  /** The worked example; what this machine can do in 100 ms is not what is tested. */
  @Test
  void thePlanOfTheDocumentsPasses() throws Exception {
    place.file(
        "plan.yaml",
        Files.readString(Path.of("docs", "plans", "accounts.yaml"))
            .replace("<= 100ms", "<= 4000ms")
            .replace("duration: 10s", "duration: 2s")
            .replace("warm_up: 2s", "warm_up: 1s"));

    Ended tried = place.run("run", "--plan", "plan.yaml", "--dry-run");
    Ended ended = place.run("run", "--plan", "plan.yaml", "--verbose");

    assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
    assertThat(tried.out()).containsPattern("deposit: transaction\\R    INSERT INTO account");
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("✔ plan/deposit +deposit_service_time_p95 +[0-9.]+ ms +≤ 4,000 ms")
        .containsPattern("isolation_breaches +0 +≤ 0");
    assertThat(sql.run("select sum(balance)::text from account"))
        .as("one deposit of the dry run, 50 of the warm-up, and 100")
        .containsExactly(Integer.toString(5 * 151));
    assertThat(ended.out() + Files.readString(WrittenReport.file(place.directory())))
        .doesNotContain(postgres.ownerPassword());
  }

  @Test
  void whatIsWrongHasAClassAndLeavesNothingBehind() throws Exception {
    place.file(
        "plan.yaml",
        """
        name: wrong
        targets: { db: { url: "${env:DATABASE_URL}", timeout: 500ms } }
        thresholds: [ error_rate <= 100% ]
        scenarios:
          peek:
            load: { closed: 5, duration: 1s }
            steps:
              - sql: INSERT INTO account VALUES ($1, $2, 0) ON CONFLICT DO NOTHING
                name: put
                parameters: [ "${user.id}", "${user.canary}" ]
              - sql: SELECT note FROM account
                name: look
          none:
            load: { closed: 5, duration: 1s }
            steps: [ { sql: SELECT 1 FROM nowhere } ]
          slow:
            load: { closed: 5, duration: 1s }
            steps: [ { sql: SELECT pg_sleep(20) } ]
          many:
            load: { closed: 1, duration: 1s }
            steps:
              - sql: SELECT 1 FROM generate_series(1, 10000)
                name: all
                expect: { rows: 10000 }
              - sql: SELECT 1 FROM generate_series(1, 10001)
                name: more
          back:
            load: { closed: 5, duration: 1s }
            steps:
              - transaction:
                  - sql: INSERT INTO account VALUES ('rolled back ' || $1, '', 0)
                    parameters: [ "${request.id}" ]
                  - { sql: SELECT 1, expect: { rows: 2 } }
        """);

    Ended ended = place.run("run", "--plan", "plan.yaml");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("BREACH in plan/peek .*: user-\\d+ saw what belongs to user-\\d+");
    JsonNode report = WrittenReport.in(place.directory());
    assertThat(reasons(report, "plan/peek")).containsExactly("look/foreign-canary");
    assertThat(reasons(report, "plan/none")).containsExactly("sql/sql-42P01");
    assertThat(reasons(report, "plan/slow"))
        .isNotEmpty()
        .isSubsetOf("sql/timeout-in-client", "sql/sql-57014");
    assertThat(reasons(report, "plan/many")).containsExactly("more/too-many-rows");
    assertThat(reasons(report, "plan/back")).containsExactly("transaction/rows-1");
    assertThat(sql.run("select owner from account where owner like 'rolled%'")).isEmpty();
  }

  private static Iterable<String> reasons(JsonNode report, String check) {
    return () -> WrittenReport.check(report, check).at("/phases/0/reasons").fieldNames();
  }

  private static String url() {
    return DatabaseUrl.ofOwner(postgres);
  }
}
