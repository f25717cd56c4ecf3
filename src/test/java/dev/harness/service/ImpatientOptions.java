package dev.harness.service;

import dev.harness.reference.EngineLimits;
import io.vertx.core.Future;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Lets tests find out soon that a peer has vanished, and reach the limit of requests. */
@Dependent
class ImpatientOptions {
  static final int MOST_REQUESTS = 400;

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Opening opening() {
    var options =
        new ServiceOptions(
            EngineLimits.DEFAULT,
            MOST_REQUESTS,
            1_024,
            Duration.ofSeconds(1),
            null,
            UnaryOperator.identity());
    return () -> Future.succeededFuture(options);
  }
}
