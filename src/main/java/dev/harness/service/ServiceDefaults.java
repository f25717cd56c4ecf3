package dev.harness.service;

import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Future;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What holds where the application, or a test, says nothing else. */
@Dependent
final class ServiceDefaults {

  @Produces
  @Singleton
  @DefaultBean
  Opening opening() {
    return () -> Future.succeededFuture(ServiceOptions.DEFAULT);
  }

  @Produces
  @Singleton
  @DefaultBean
  Ticker ticker() {
    return new SystemTicker();
  }
}
