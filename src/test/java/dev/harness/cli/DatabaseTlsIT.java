package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.plan.scenario.DatabaseService;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.target.postgres.PlannedDatabase;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.Certificates;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A PostgreSQL that lets nobody in without TLS, and whose certificate is of a private authority.
 */
class DatabaseTlsIT {
  @TempDir static Path home;

  private static Vertx vertx;
  private static EmbeddedPostgres postgres;
  private static Place place;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    place = ProgramRun.in(home);
    Certificates certificates = Certificates.in(place.directory());
    certificates.sign("server", "-1d", 30);
    Files.createDirectories(home.resolve("others"));
    Certificates.in(home.resolve("others"));
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    Path data = postgres.directory().resolve("data");
    give(certificates.certificate("server"), data.resolve("server.crt"));
    give(certificates.key("server"), data.resolve("server.key"));
    Files.writeString(data.resolve("postgresql.conf"), "ssl = on\n", StandardOpenOption.APPEND);
    Files.writeString(data.resolve("pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    postgres.restart();
  }

  /** To whom the server runs as, and to nobody else, as it demands. */
  private static void give(Path from, Path to) throws Exception {
    Files.copy(from, to);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
    Files.setOwner(to, Files.getOwner(to.getParent()));
  }

  @AfterAll
  static void end() {
    postgres.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, sslmode=require",
    "localhost, sslmode=prefer",
    "127.0.0.1, sslmode=verify-ca&sslrootcert=CA",
    "127.0.0.1, sslmode=require&sslrootcert=CA",
    "localhost, sslmode=verify-full&sslrootcert=CA",
    "localhost, sslrootcert=CA"
  })
  void whatIsTrustedIsLetIn(String host, String parameters) {
    DatabaseService service = service(host, parameters);

    assertThat(PlannedDatabase.reached(vertx, service)).isSameAs(service);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1 | sslmode=disable | no pg_hba.conf entry for host",
        "127.0.0.1 | sslmode=verify-full&sslrootcert=CA | its certificate is not trusted, or is not of that host",
        "localhost | sslmode=verify-ca&sslrootcert=OTHERS | its certificate is not trusted",
        "localhost | sslmode=require&sslrootcert=OTHERS | its certificate is not trusted",
        "localhost | sslmode=verify-full&sslrootcert=system | its certificate is not trusted"
      })
  void whatIsNotTrustedIsRefusedInOneLine(String host, String parameters, String why) {
    assertThatExceptionOfType(TargetUnreachableException.class)
        .isThrownBy(() -> PlannedDatabase.reached(vertx, service(host, parameters)))
        .withMessageMatching("target db cannot be reached at [^\\n]+: [^\\n]+")
        .withMessageContaining(why);
  }

  @Test
  void aPlanGoesThereWithTheAuthorityBesideIt() throws Exception {
    place.file(
        "plan.yaml",
        """
        name: mine
        targets: { db: "${env:DB}?sslmode=verify-full&sslrootcert=ca.pem" }
        scenarios:
          ask:
            load: { constant: 100, duration: 1s }
            steps:
              - sql: SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()
                expect: { columns: { ssl: true } }
        """);

    Ended ended = place.with("DB", url("localhost")).run("run", "--plan=plan.yaml");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
  }

  /** The service that keeps its sessions there is a process of its own, and has to use TLS, too. */
  @Test
  void theSuitesWorkInIt() throws Exception {
    Ended ended =
        place.run(
            "run",
            "--check=database/service-connections",
            "--profile=quick",
            "--database=" + url("localhost") + "?sslmode=verify-full&sslrootcert=ca.pem");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
  }

  private static DatabaseService service(String host, String parameters) {
    String files =
        parameters
            .replace("CA", place.directory().resolve("ca.pem").toString())
            .replace("OTHERS", home.resolve("others/ca.pem").toString());
    return new DatabaseService(
        "db", url(host) + "?" + files, "as it is written", Duration.ofSeconds(10), 1);
  }

  private static String url(String host) {
    return DatabaseUrl.ofOwner(postgres).replace("127.0.0.1", host);
  }
}
