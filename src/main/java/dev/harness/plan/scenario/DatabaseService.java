package dev.harness.plan.scenario;

import java.time.Duration;

/**
 * A PostgreSQL database of the user's.
 *
 * @param name that the plan gives it
 * @param url with the password: what is connected to, and never shown
 * @param written the URL as the plan has it: what may be shown
 * @param timeout of one step; above 0, at most 5 minutes
 * @param connections to it at the most; 1 to 10,000
 */
public record DatabaseService(
    String name, String url, String written, Duration timeout, int connections) implements Service {
  /** A server has room for 100 where nobody has changed that. */
  public static final int DEFAULT_CONNECTIONS = 20;

  public DatabaseService {
    HttpService.requireTimeout(timeout);
    HttpService.requireConnections(connections);
  }

  @Override
  public String words() {
    return written;
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.database(this);
  }

  @Override
  public String toString() {
    return "DatabaseService[name=%s, url=%s]".formatted(name, written);
  }
}
