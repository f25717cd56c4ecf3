package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.service.ServiceClient.Reply;
import dev.harness.service.fault.Fault;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

/** Whoever balances load asks whether the service is there, and whether it can do its work. */
class HealthIT {

  @Test
  void isReadyForAsLongAsItsDatabaseAnswersAndLivesOn() throws Exception {
    Vertx vertx = Vertx.vertx();
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    String url = DatabaseUrl.ofOwner(postgres);
    try (FaultyService service =
        FaultyService.start(vertx, Fault.BOUNDED_CACHE, "--database=" + url)) {
      assertThat(ask(service, "/q/health/ready").status()).isEqualTo(200);

      postgres.close();

      Reply down = ask(service, "/q/health/ready");
      assertThat(down.status()).isEqualTo(503);
      assertThat(down.body().toString()).contains("sessions", "does not answer");
      assertThat(ask(service, "/q/health/live").status()).isEqualTo(200);
    } finally {
      postgres.close();
      now(vertx.close());
    }
  }

  private static Reply ask(FaultyService service, String path) throws Exception {
    return now(service.client().send(service.client().to(HttpMethod.GET, path)));
  }
}
