package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The database suite on a PostgreSQL that knows nothing of the harness, in a container. */
@RequiresTool(Tool.DOCKER)
class ContainerDatabaseIT {
  private static final String IMAGE = System.getProperty("harness.postgres.image", "postgres:17");
  private static final int PORT = 5432;

  /**
   * The usual image starts a first server without TCP, which must not be taken for the one that
   * stays; an image without {@code pg_isready} has what a server says of itself, and does so only
   * where it serves many.
   */
  private static final String IS_READY =
      "if command -v pg_isready; then pg_isready -h 127.0.0.1; else"
          + " while read -r line; do [ \"$line\" = ready ] && exit 0; done"
          + " < \"$PGDATA/postmaster.pid\"; fi";

  @TempDir Path home;

  @Test
  void commitsOnADatabaseOfAnotherOrigin() throws Exception {
    try (var postgres = started()) {
      String url = url(postgres, "harness:secret", "harness");

      Place place = ProgramRun.in(home);
      Ended ended =
          place.run("run", "--check=transaction-throughput,connection-leaks", "--database", url);

      assertThat(ended.err()).doesNotContain("secret");
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
      JsonNode report = WrittenReport.in(place.directory());
      assertThat(
              WrittenReport.figure(report, "database/transaction-throughput", "commits_confirmed"))
          .isEqualTo(1);
      assertThat(WrittenReport.figure(report, "database/connection-leaks", "connection_leaks"))
          .isZero();

      // The image's only role is a superuser.
      Ended proved =
          place.run(
              "run",
              "--check=session-isolation,user-isolation",
              "--database",
              url,
              "--application-database",
              url);
      assertThat(proved.exitCode()).as(proved.out() + proved.err()).isEqualTo(3);
      assertThat(proved.out()).contains("the role \"harness\" is a superuser");
    }
  }

  @Test
  void whatTheRoleMayNotReadIsNotAvailable() throws Exception {
    try (var postgres = started()) {
      var vertx = Vertx.vertx();
      for (String database : List.of("postgres", "harness")) {
        new Sql(vertx, url(postgres, "harness:secret", database))
            .run("revoke select on pg_stat_database, pg_stat_activity from public");
      }
      new Sql(vertx, url(postgres, "harness:secret", "harness"))
          .run(
              "create role blind login password 'secret';"
                  + "grant create on database harness to blind");
      vertx.close().toCompletionStage().toCompletableFuture().join();

      Ended ended =
          ProgramRun.in(home)
              .run(
                  "run",
                  "--check=transaction-throughput",
                  "--database",
                  url(postgres, "blind:secret", "harness"));

      assertThat(ended.out())
          .contains(
              "? database/transaction-throughput",
              "not available: this role may not read it",
              "permission denied for view pg_stat_database");
      assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(3);
    }
  }

  @SuppressWarnings("resource") // who asks for it closes it
  private static GenericContainer<?> started() {
    var postgres =
        new GenericContainer<>(DockerImageName.parse(IMAGE))
            .withEnv("POSTGRES_USER", "harness")
            .withEnv("POSTGRES_PASSWORD", "secret")
            .withExposedPorts(PORT)
            .waitingFor(
                Wait.forSuccessfulCommand(IS_READY).withStartupTimeout(Duration.ofSeconds(60)));
    postgres.start();
    return postgres;
  }

  private static String url(GenericContainer<?> postgres, String login, String database) {
    return "postgresql://%s@%s:%d/%s"
        .formatted(login, postgres.getHost(), postgres.getMappedPort(PORT), database);
  }
}
