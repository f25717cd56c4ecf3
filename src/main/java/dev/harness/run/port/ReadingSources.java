package dev.harness.run.port;

/** Opens what tells figures of itself. Nothing is connected to before it is first read. */
public interface ReadingSources {

  /** A JVM of this machine, from inside. It is never asked to collect. */
  ReadingSource jvm(long pid);

  /**
   * A PostgreSQL database, by what its server counts of it.
   *
   * @throws IllegalArgumentException where the URL is none of a database
   */
  ReadingSource database(String url);

  /**
   * An endpoint with metrics, in the text format of Prometheus.
   *
   * @throws IllegalArgumentException where the URL is none
   */
  ReadingSource endpoint(String url);

  /**
   * What a service tells of one of its users, beside its metrics: at {@code users/ID} where those
   * are at {@code metrics}.
   *
   * @param url of its metrics
   * @throws IllegalArgumentException where the URL is none
   */
  ReadingSource user(String url, String userId);
}
