package dev.harness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container is one that the harness can work with. */
@RequiresTool(Tool.DOCKER)
class DockerPostgresIT {
  private static final String IMAGE = System.getProperty("harness.postgres.image", "postgres:17");

  @Test
  void answersTheClientTheHarnessUses() throws Exception {
    try (var postgres = new GenericContainer<>(DockerImageName.parse(IMAGE))) {
      postgres
          .withEnv("POSTGRES_USER", "harness")
          .withEnv("POSTGRES_PASSWORD", "secret")
          .withExposedPorts(5432)
          .waitingFor(
              Wait.forSuccessfulCommand("pg_ctl status -D \"$PGDATA\"")
                  .withStartupTimeout(Duration.ofSeconds(60)))
          .start();
      assertThat(version(postgres.getHost(), postgres.getMappedPort(5432)))
          .startsWith("PostgreSQL 1");
    }
  }

  private static String version(String host, int port) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      var where =
          new PgConnectOptions()
              .setHost(host)
              .setPort(port)
              .setUser("harness")
              .setPassword("secret")
              .setDatabase("harness")
              .setReconnectAttempts(20)
              .setReconnectInterval(250);
      Pool pool = PgBuilder.pool().connectingTo(where).using(vertx).build();
      return pool.query("select version()")
          .execute()
          .map(rows -> rows.iterator().next().getString(0))
          .toCompletionStage()
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }
}
