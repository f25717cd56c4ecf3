package dev.harness.service;

import java.util.Optional;

/** What the service is to be: the HTTP server may listen before anybody knows. */
public interface Opening {

  /** Empty until it is known; the same ever after. Asked from any thread. */
  Optional<ServiceOptions> options();
}
