package dev.harness.run.port;

import java.util.Optional;

/** Opens what a run hits. */
public interface TargetSource {

  /**
   * Nothing expensive is started yet, but a database that was named is connected to: a run must not
   * begin if that cannot work.
   *
   * @param databaseUrl the database that was named, if one was
   * @throws IllegalArgumentException where the URL is none
   * @throws TargetUnreachableException where that database does not answer or does not let us work
   */
  Targets open(Optional<String> databaseUrl);
}
