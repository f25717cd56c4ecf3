package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that the user gave: what is in it stays as it is, whatever becomes of the run. */
class GivenDatabaseIT {
  private static final String SCHEMAS =
      "select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' order by 1";

  /** What a user has there, to the last byte, and when each row was last written. */
  private static final String USER_DATA =
      "select 'public', xmin::text, ctid::text, note.* from public.note union all"
          + " select 'shop', xmin::text, ctid::text, note.* from shop.note order by 1, 3";

  private static final String STARTED = "select pg_postmaster_start_time()::text";
  private static final String LOCKS = "select pid from pg_locks where locktype = 'advisory'";
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  /** Works in the database, and is judged by nothing that a busy machine would change. */
  private static final String CHECK = "--check=connection-leaks";

  private static final String TAKES_SECONDS = "--check=transaction-throughput";

  private static Vertx vertx;
  private static EmbeddedPostgres postgres;
  private static Sql sql;

  @TempDir Path home;

  private Place place;

  @BeforeAll
  static void givenADatabaseWithUserData() throws Exception {
    vertx = Vertx.vertx();
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    sql = new Sql(vertx, url());
    sql.run(
        "create table public.note (id int primary key, text text);"
            + "insert into public.note select n, 'note ' || n from generate_series(1, 100) n;"
            + "create schema shop; create table shop.note (like public.note);"
            + "insert into shop.note select * from public.note;"
            + "create role reader login password 'readers-secret';"
            + "grant connect, create on database harness to reader;"
            + "alter role reader set default_transaction_read_only = on");
  }

  @AfterAll
  static void endIt() throws Exception {
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  @Test
  void isNotRestarted() throws Exception {
    List<String> before = sql.run(STARTED);

    Ended ended = place.run("run", "--check=recovery", "--verbose", "--database", url());

    assertThat(ended.out())
        .contains("PostgreSQL was not restarted: the server is not the harness's own");
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(sql.run(STARTED)).isEqualTo(before);
  }

  @Test
  void keepsItsDataAndLosesTheSchemaOfTheRun() throws Exception {
    List<String> before = sql.run(USER_DATA);

    Ended ended = place.run("run", "--profile=quick", CHECK, "--verbose", "--database", url());

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(sql.run(USER_DATA)).hasSize(200).isEqualTo(before);
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
    assertThat(ended.out() + ended.err()).doesNotContain(postgres.ownerPassword());
    assertThat(Files.readString(WrittenReport.file(place.directory())))
        .contains(postgres.version())
        .doesNotContain(postgres.ownerPassword());
  }

  /** The service is a child, and it knows a database of its own that could be meant. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void worksInOneSchemaWhoeverTellsIt(boolean byFile) throws Exception {
    if (byFile) {
      place.file("harness.properties", "database=" + url() + "\nport=1\n");
    } else {
      place.with("HARNESS_DATABASE", url()).with("HARNESS_PORT", "1");
    }
    var seen = new TreeSet<String>();
    try (ProgramRun run =
        place.start("run", "--profile=quick", "--check=stream-isolation", "--report-dir=reports")) {
      run.holdsBeforeItEnds(
          () -> {
            seen.addAll(sql.run(SCHEMAS));
            return false;
          });

      Ended ended = run.end();
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    }
    assertThat(seen).containsExactly("harness", "public", "shop");
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
  }

  /** Row-level security binds who neither owns a table nor may do everything. */
  @Test
  void onlyTheRoleOfAnApplicationProvesThatUsersAreKeptApart() throws Exception {
    String check = "--check=session-isolation";
    String application =
        url()
            .replace(postgres.ownerUser(), postgres.applicationUser())
            .replace(postgres.ownerPassword(), postgres.applicationPassword());

    Ended proved =
        place.run("run", check, "--database", url(), "--application-database", application);
    Ended owner = place.run("run", check, "--database", url(), "--application-database", url());
    Ended nobody = place.run("run", check, "--database", url());

    assertThat(proved.exitCode()).as(proved.out() + proved.err()).isZero();
    assertThat(owner.exitCode()).as(owner.out() + owner.err()).isEqualTo(3);
    assertThat(owner.out()).contains("proves nothing", "\"harness_owner\" owns the table");
    assertThat(nobody.exitCode()).as(nobody.out() + nobody.err()).isEqualTo(3);
    assertThat(nobody.out()).contains("proves nothing", "--application-database");
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
  }

  @Test
  void letsOneRunInAtATimeAndCleansUpAfterOneThatWasKilled() throws Exception {
    List<String> before = sql.run(USER_DATA);
    try (ProgramRun first = place.start("run", TAKES_SECONDS, "--database", url())) {
      assertThat(first.holdsBeforeItEnds(() -> sql.run(SCHEMAS).contains("harness"))).isTrue();
      Place other = ProgramRun.in(Files.createDirectory(home.resolve("other")));

      assertRefused(
          other,
          other.run("run", CHECK, "--database", url()),
          "another run of the harness is under way");

      first.signal("KILL");
      assertThat(first.leavesNothingWithinFiveSeconds()).as(first.left()).isTrue();
    }
    assertThat(sql.run(SCHEMAS)).containsExactly("harness", "public", "shop");
    assertThat(ProgramRun.holdsWithin(GONE_WITHIN, () -> sql.run(LOCKS).isEmpty())).isTrue();

    Ended next = place.run("run", "--profile=quick", CHECK, "--database", url());

    assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
    assertThat(sql.run(USER_DATA)).isEqualTo(before);
  }

  @Test
  void keepsTheSessionsOfOneTargetAtATimeAndReplacesThoseOfOneThatWasKilled() throws Exception {
    String[] target = {"target", "--port=0", "--database", url()};
    try (ProgramRun first = place.start(target)) {
      assertThat(first.holdsBeforeItEnds(() -> first.out().contains("ready"))).isTrue();
      Place other = ProgramRun.in(Files.createDirectory(home.resolve("other")));

      assertRefused(other, other.run(target), "another harness target keeps its sessions there");

      first.signal("KILL");
      assertThat(first.leavesNothingWithinFiveSeconds()).as(first.left()).isTrue();
    }
    assertThat(sql.run(SCHEMAS)).contains("harness_sessions");
    assertThat(ProgramRun.holdsWithin(GONE_WITHIN, () -> sql.run(LOCKS).isEmpty())).isTrue();

    try (ProgramRun next = place.start(target)) {
      assertThat(next.holdsBeforeItEnds(() -> next.out().contains("ready")))
          .as(next.err())
          .isTrue();
      next.signal("TERM");
      assertThat(next.end().exitCode()).isEqualTo(143);
    }
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
  }

  @Test
  void leavesASchemaOfThatNameAloneThatIsNotOurs() throws Exception {
    sql.run("create schema harness; create table harness.mine as select 1 as id");

    Ended ended = place.run("run", CHECK, "--database", url());

    assertThat(sql.run("select id from harness.mine")).containsExactly("1");
    sql.run("drop table harness.mine; drop schema harness");
    assertRefused(place, ended, "there is a schema \"harness\"", "not the harness's own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harness_owner:wrong-secret@SERVER/harness | password authentication failed
          nobody:wrong-secret@SERVER/harness        | password authentication failed
          OWNER@SERVER/nowhere                      | database "nowhere" does not exist
          reader:readers-secret@SERVER/harness      | read-only transaction
          OWNER@127.0.0.1:1/harness                 | nothing answers there
          OWNER@no-such-host.invalid:5432/harness   | no host of that name is known
          """)
  void doesNotLetTheHarnessWork(String given, String says) throws Exception {
    String url =
        "postgresql://"
            + given
                .replace("OWNER", postgres.ownerUser() + ":" + postgres.ownerPassword())
                .replace("SERVER", "127.0.0.1:" + postgres.port());

    Ended ended = place.run("run", CHECK, "--database", url);

    assertRefused(place, ended, "cannot ", "@", url.substring(url.indexOf('@')), says);
    assertThat(sql.run(SCHEMAS)).containsExactly("public", "shop");
  }

  private static void assertRefused(Place place, Ended ended, String... says) {
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .startsWith("harness: ")
        .contains(says)
        .doesNotContain("secret", postgres.ownerPassword(), "Exception");
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.files()).isEmpty();
    assertThat(place.temporaryFiles()).isEmpty();
  }

  private static String url() {
    return DatabaseUrl.ofOwner(postgres);
  }
}
