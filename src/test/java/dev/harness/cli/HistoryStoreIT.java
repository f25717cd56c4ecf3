package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code history} on a PostgreSQL that runs already; in this process, to be quick. */
class HistoryStoreIT {
  private static Vertx vertx;
  private static EmbeddedPostgres postgres;
  private static Sql sql;

  @TempDir Path directory;

  @BeforeAll
  static void aDatabase() throws Exception {
    vertx = Vertx.vertx();
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    sql = new Sql(vertx, url());
    sql.run(
        "create role reader login password 'readers-secret'; grant connect, create on database"
            + " harness to reader; alter role reader set default_transaction_read_only = on");
  }

  @AfterAll
  static void endIt() throws Exception {
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @AfterEach
  void empty() {
    sql.run("drop schema if exists harness_history cascade");
  }

  /** The same table, the same new levels, the same page: whether of files or of the store. */
  @Test
  void whatIsKeptIsToldAsFromFiles() throws IOException {
    for (int run = 0; run < 24; run++) {
      report(run, run < 12 ? 10 : 20);
    }
    Said files = history(directory.toString(), "--report-dir=" + directory.resolve("a"));
    Said added = history(directory.toString(), "--store=" + url());
    Said stored = history("--store=" + url(), "--report-dir=" + directory.resolve("b"));

    assertThat(files.out()).contains("worse  load/ramp response_time_p95: 10 to 20 ms (+100 %)");
    assertThat(added.code()).as(added.err()).isZero();
    assertThat(added.out().lines().filter(line -> line.startsWith("added: "))).hasSize(24);
    assertThat(added.out()).endsWith(files.out());
    assertThat(stored.out()).isEqualTo(files.out());
    assertThat(directory.resolve("b/history.html"))
        .hasSameTextualContentAs(directory.resolve("a/history.html"));
  }

  @Test
  void whatItHasIsNotAddedAgain() throws IOException {
    report(1, 10);
    history(directory.toString(), "--store=" + url());
    report(2, 10);

    Said again = history(directory.toString(), "--store=" + url());

    assertThat(again.out().lines().filter(line -> line.startsWith("added: ")))
        .containsExactly("added: " + name(2));
    assertThat(again.out()).contains("2 runs, 2 like the newest");
  }

  @Test
  void allButTheNewestGoAndTheirDirectoriesStay() throws IOException {
    for (int run = 0; run < 4; run++) {
      report(run, 10);
    }
    history(directory.toString(), "--store=" + url());

    Said kept = history("--store=" + url(), "--keep=2");
    Said again = history(directory.toString(), "--store=" + url(), "--keep=2");

    assertThat(kept.out().lines().filter(line -> line.startsWith("removed: ")))
        .containsExactlyInAnyOrder("removed: " + name(0), "removed: " + name(1));
    assertThat(again.out()).doesNotContain("added", "removed").contains("2 runs, ");
    assertThat(directory.resolve(name(0))).isDirectory();
    assertThat(sql.run("select distinct run from harness_history.figure order by 1"))
        .containsExactly(name(2), name(3));
  }

  /** Who may only read sees what there is, and adds nothing. */
  @Test
  void aReaderReads() throws IOException {
    report(1, 10);
    history(directory.toString(), "--store=" + url());
    sql.run(
        "grant usage on schema harness_history to reader;"
            + " grant select on all tables in schema harness_history to reader");
    String asReader = at("postgresql://reader:readers-secret@SERVER/harness");

    Said read = history("--store=" + asReader);
    report(2, 10);
    Said refused = history(directory.toString(), "--store=" + asReader);

    assertThat(read.code()).as(read.err()).isZero();
    assertThat(read.out()).contains("1 runs, ");
    assertRefused(refused, 4, "cannot keep run " + name(2), "read-only transaction");
    assertThat(sql.run("select name from harness_history.run")).containsExactly(name(1));
  }

  @Test
  void aSchemaOfSomebodyElsesIsLeftAlone() throws IOException {
    sql.run("create schema harness_history; create table harness_history.run as select 1 as id");
    report(1, 10);

    Said refused = history(directory.toString(), "--store=" + url());

    assertRefused(refused, 4, "\"harness_history\"", "it is left alone");
    assertThat(sql.run("select id from harness_history.run")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4  | postgresql://harness_owner:wrong-secret@SERVER/harness  | password authentication failed
          4  | postgresql://OWNER@SERVER/nowhere                       | database "nowhere" does not exist
          4  | postgresql://OWNER@127.0.0.1:1/harness                  | nothing answers there
          4  | postgresql://reader:readers-secret@SERVER/harness       | read-only transaction
          64 | mysql://me:my-secret@SERVER/harness                     | --store: a database URL is written postgresql://
          64 | postgresql://me:my secret@SERVER/harness                | wrong at character
          """)
  void whatCannotBeUsedIsToldInOneLine(int code, String given, String says) throws IOException {
    report(1, 10);

    assertRefused(history(directory.toString(), "--store=" + at(given)), code, says);
    assertThat(sql.run("select 1 from pg_namespace where nspname = 'harness_history'")).isEmpty();
  }

  @Test
  void whereThereIsNothingThatIsSaid() {
    assertRefused(history("--store=" + url()), 64, "--store: there is no run in it");
  }

  private record Said(int code, String out, String err) {}

  private static void assertRefused(Said said, int code, String... says) {
    assertThat(said.err().lines())
        .singleElement()
        .asString()
        .startsWith("harness: ")
        .contains(says)
        .doesNotContain("secret", postgres.ownerPassword(), "Exception");
    assertThat(said.code()).isEqualTo(code);
    assertThat(said.out()).isEmpty();
  }

  private Said history(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var commands =
        new CommandLine(CommandSpec.create().name("harness"))
            .addSubcommand("history", new HistoryCommand(vertx));
    var program =
        new Program(commands, new PrintWriter(out), new PrintWriter(err), Map.of(), directory);
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Said(program.execute(all), out.toString(), err.toString());
  }

  /** Of one check, by the n-th hour. */
  private void report(int n, double p95) throws IOException {
    Path run = Files.createDirectories(directory.resolve(name(n)));
    Files.writeString(
        run.resolve("report.json"),
        """
        {"schema_version": 1,
         "performance_test_summary": {"timestamp": "2026-01-02T%1$02d:00:00Z",
           "overall_status": "PASSED", "profile": "quick", "checks_planned": 1},
         "system_information": {"platform": "Linux", "cpu_count": 2},
         "test_suite_results": {"load": {"checks": [{"check": "load/ramp", "load": "steps",
           "verdict": "pass", "judgements": [
             {"metric": "response_time_p95", "value": %2$s, "unit": "ms", "bound": "≤", "limit": 50},
             {"metric": "success_rate", "value": 100, "unit": "%%", "bound": "≥", "limit": 95}]}]}}}
        """
            .formatted(n, p95));
  }

  private static String name(int n) {
    return "20260102T%02d0000Z-a".formatted(n);
  }

  private static String at(String given) {
    return given
        .replace("OWNER", postgres.ownerUser() + ":" + postgres.ownerPassword())
        .replace("SERVER", "127.0.0.1:" + postgres.port());
  }

  private static String url() {
    return DatabaseUrl.ofOwner(postgres);
  }
}
