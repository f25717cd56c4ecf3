package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Path;
import java.time.Duration;
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

  @TempDir Path home;

  @Test
  void commitsOnADatabaseOfAnotherOrigin() throws Exception {
    try (var postgres = new GenericContainer<>(DockerImageName.parse(IMAGE))) {
      postgres
          .withEnv("POSTGRES_USER", "harness")
          .withEnv("POSTGRES_PASSWORD", "secret")
          .withExposedPorts(PORT)
          // The image starts a first server without TCP; only the second one is asked this way.
          .waitingFor(
              Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1 || pg_ctl status -D \"$PGDATA\"")
                  .withStartupTimeout(Duration.ofSeconds(60)))
          .start();
      String url =
          "postgresql://harness:secret@%s:%d/harness"
              .formatted(postgres.getHost(), postgres.getMappedPort(PORT));

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
}
