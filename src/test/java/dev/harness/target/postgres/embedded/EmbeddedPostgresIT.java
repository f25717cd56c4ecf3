package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresIT {

  private static Vertx vertx;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    postgres = start(EmbeddedPostgresOptions.defaults());
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void isDurableAndSaysWhatItChanged() throws Exception {
    PgLogin owner = PgLogin.owner(vertx, postgres);

    assertThat(owner.query("SHOW server_version").get(0)).startsWith(postgres.version());
    assertThat(owner.query("SHOW fsync")).containsExactly("on");
    assertThat(owner.query("SHOW synchronous_commit")).containsExactly("on");
    assertThat(owner.query("SHOW data_checksums")).containsExactly("on");
    assertThat(postgres.changedSettings())
        .containsOnlyKeys("listen_addresses", "max_connections", "port", "unix_socket_directories")
        .containsEntry("max_connections", "200");
    assertThat(postgres.fileSystem()).isNotBlank();
  }

  @Test
  void neitherRoleIsSuperuserAndTheApplicationOwnsNothing() throws Exception {
    PgLogin owner = PgLogin.owner(vertx, postgres);
    PgLogin application = PgLogin.application(vertx, postgres);
    String superuser = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user";

    assertThat(owner.query(superuser)).containsExactly("false");
    assertThat(application.query(superuser)).containsExactly("false");
    owner.query("CREATE SCHEMA mine; CREATE ROLE made_here; DROP ROLE made_here");
    assertThatThrownBy(() -> application.query("CREATE SCHEMA theirs"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> application.query("CREATE TABLE public.theirs (id int)"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void aControlConnectionSeesTheStatisticsOfTheFirstDatabase() throws Exception {
    PgLogin control = PgLogin.owner(vertx, postgres).to(postgres.controlDatabase());

    assertThat(control.query("SELECT sessions FROM pg_stat_database WHERE datname = 'harness'"))
        .hasSize(1);
    assertThat(control.query("SELECT query FROM pg_stat_activity WHERE backend_type = 'walwriter'"))
        .hasSize(1);
    assertThatThrownBy(
            () -> PgLogin.application(vertx, postgres).to(postgres.controlDatabase()).query(""))
        .hasMessageContaining("permission denied");
  }

  @Test
  void nobodyEntersWithoutThePassword() {
    PgLogin owner = PgLogin.owner(vertx, postgres);

    for (String user : List.of(postgres.ownerUser(), postgres.applicationUser(), "postgres")) {
      for (String password : List.of("wrong", "")) {
        assertThatThrownBy(() -> owner.with(user, password).query("SELECT 1"))
            .as("%s with '%s'", user, password)
            .hasMessageContaining("password");
      }
    }
    assertThat(new Layout(postgres.directory()).socket(postgres.port())).doesNotExist();
    assertThat(postgres.directory().resolve("server.log"))
        .content()
        .doesNotContain(postgres.ownerPassword());
  }

  @Test
  void aRestartKeepsDataAndPort() throws Exception {
    try (EmbeddedPostgres own = start(EmbeddedPostgresOptions.defaults())) {
      PgLogin owner = PgLogin.owner(vertx, own);
      owner.query("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS id");
      long before = own.pid();

      own.restart();

      assertThat(own.pid()).isNotEqualTo(before);
      assertThat(owner.query("SELECT count(*) FROM kept")).containsExactly("1000");

      ProcessHandle killed = ProcessHandle.of(own.pid()).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().join();
      own.restart();

      assertThat(owner.query("SELECT count(*) FROM kept")).containsExactly("1000");
    }
  }

  @Test
  void aPortThatWasTakenMeanwhileIsNamedAsTheReason() throws Exception {
    EmbeddedPostgres own = start(EmbeddedPostgresOptions.defaults());
    try (own) {
      ProcessHandle killed = ProcessHandle.of(own.pid()).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().join();
      try (ServerSocket taken = new ServerSocket(own.port(), 1, InetAddress.getLoopbackAddress())) {
        assertThatThrownBy(own::restart).hasMessageContaining("took its port");
      }
      own.restart();
      assertThat(PgLogin.owner(vertx, own).query("SELECT 1")).containsExactly("1");
    }
    assertThat(own.directory()).doesNotExist();
  }

  @Test
  void closingLeavesNoProcessAndNoDirectory() {
    EmbeddedPostgres own = start(EmbeddedPostgresOptions.defaults());
    ProcessHandle server = ProcessHandle.of(own.pid()).orElseThrow();
    Path directory = own.directory();
    assertThat(directory).exists();

    own.close();
    own.close();

    assertThat(server.isAlive()).isFalse();
    assertThat(directory).doesNotExist();
  }

  @Test
  void aServerThatIsLateIsRefusedAndRemoved() throws Exception {
    Path place = Files.createTempDirectory("late");
    EmbeddedPostgresOptions options =
        new EmbeddedPostgresOptions(
            List.of(place), 200, Duration.ofMillis(1), Duration.ofSeconds(10));

    assertThatThrownBy(() -> start(options))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("--database URL")
        .hasMessageNotContaining("\n");
    assertThat(place).isEmptyDirectory();
    Files.delete(place);
  }

  @Test
  void noDirectoryIsRefusedWithAllThatWereTried() {
    EmbeddedPostgresOptions options =
        EmbeddedPostgresOptions.defaults().in(List.of(Path.of("/proc"), Path.of("/not/there")));

    assertThatThrownBy(() -> start(options))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining("/proc")
        .hasMessageContaining("--database URL");
  }

  @Test
  void anotherStartTouchesNothingThatIsInUseOrNotOurs() throws Exception {
    Path place = Files.createTempDirectory("shared");
    Path foreign = Files.createDirectory(place.resolve("harness-postgres-notes"));
    Files.writeString(foreign.resolve("owner.lock"), "somebody else's\n");
    EmbeddedPostgresOptions options = EmbeddedPostgresOptions.defaults().in(List.of(place));
    // The server's user has to get through.
    place.toFile().setExecutable(true, false);

    try (EmbeddedPostgres first = start(options);
        EmbeddedPostgres second = start(options)) {
      assertThat(PgLogin.owner(vertx, first).query("SELECT 1")).containsExactly("1");
      assertThat(second.directory()).isNotEqualTo(first.directory());
    }
    try (Stream<Path> left = Files.list(place)) {
      assertThat(left).containsExactly(foreign);
    }
    DirectoryTree.delete(place);
  }

  private static EmbeddedPostgres start(EmbeddedPostgresOptions options) {
    return EmbeddedPostgres.start(options, new SystemTicker());
  }
}
