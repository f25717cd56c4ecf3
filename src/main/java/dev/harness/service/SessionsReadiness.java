package dev.harness.service;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /q/health/ready}: whether the database answers that sessions are kept in, if there is
 * one.
 */
@Readiness
@ApplicationScoped
class SessionsReadiness implements AsyncHealthCheck {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  private final ReferenceService service;

  SessionsReadiness(ReferenceService service) {
    this.service = service;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    SessionDatabase database = service.parts().sessions();
    HealthCheckResponseBuilder sessions = HealthCheckResponse.named("sessions");
    if (database == null) {
      return Uni.createFrom().item(sessions.withData("database", "none").up().build());
    }
    return database
        .pool()
        .query("SELECT 1")
        .execute()
        .map(rows -> sessions.withData("database", "answers").up().build())
        .ifNoItem()
        .after(ANSWERS_WITHIN)
        .fail()
        .onFailure()
        .recoverWithItem(
            failure -> sessions.withData("database", "does not answer").down().build());
  }
}
