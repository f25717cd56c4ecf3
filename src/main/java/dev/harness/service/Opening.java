package dev.harness.service;

import io.vertx.core.Future;

/** What the service is to be: the HTTP server may listen before anybody knows. */
public interface Opening {

  /** Succeeds when it is known; the same for all. Asked from any thread. */
  Future<ServiceOptions> options();
}
