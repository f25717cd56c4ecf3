package dev.harness.run.port;

import java.util.Optional;

/** Opens what a run hits. */
public interface TargetSource {

  /**
   * Nothing expensive is started yet, but a database that was named is connected to: a run must not
   * begin if that cannot work.
   *
   * @param database the one that was named, if one was
   * @throws IllegalArgumentException where a URL of it is none
   * @throws TargetUnreachableException where that database does not answer or does not let us work
   */
  Targets open(Optional<NamedDatabase> database);

  /**
   * A database of the user's.
   *
   * @param url with a role that may create a schema
   * @param applicationUrl the same database, with a role that owns nothing in it
   */
  record NamedDatabase(String url, Optional<String> applicationUrl) {}
}
