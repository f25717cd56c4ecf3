package dev.harness.cli;

import dev.harness.service.ServiceOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Carries what the command line says of the service to where the service is made. */
@Singleton
final class TargetOptions {
  private volatile ServiceOptions options = ServiceOptions.DEFAULT;

  /** To be called before the first request. */
  void set(ServiceOptions given) {
    options = given;
  }

  @Produces
  ServiceOptions serviceOptions() {
    return options;
  }
}
