package dev.harness.plan.scenario;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP service of the user's.
 *
 * @param name that the plan gives it
 * @param url {@code http} or {@code https}, with a path or without, and nothing else
 * @param written the URL as the plan has it: what may be shown
 * @param timeout of one request; above 0, at most 5 minutes
 * @param connections to it at the most; 1 to 10,000
 */
public record HttpService(
    String name, URI url, String written, Duration timeout, int connections, Tls tls)
    implements Service {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  public static final int DEFAULT_CONNECTIONS = 500;

  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
  private static final int MOST_CONNECTIONS = 10_000;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  public HttpService {
    requireUrl(url);
    requireTimeout(timeout);
    requireConnections(connections);
  }

  static void requireTimeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "a timeout is above 0 and at most 5 minutes, not %d ms".formatted(timeout.toMillis()));
    }
  }

  static void requireConnections(int connections) {
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "a service has 1 to %,d connections, not %,d".formatted(MOST_CONNECTIONS, connections));
    }
  }

  /**
   * Holds a URL against what one of a service may be.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static void requireUrl(URI url) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw new IllegalArgumentException("a URL begins with http:// or https:// and a host");
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "a URL has no user, query or fragment; credentials go into headers");
    }
  }

  /**
   * How the service proves who it is, and the harness.
   *
   * @param ca certificates to trust, in PEM, instead of those of the Java platform
   * @param certificate the harness's own, in PEM, with its key
   * @param insecure whether any certificate will do, for any host
   */
  public record Tls(
      Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, boolean insecure) {
    /** What the Java platform trusts. */
    public static final Tls DEFAULT =
        new Tls(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public Tls {
      if (certificate.isPresent() != key.isPresent()) {
        throw new IllegalArgumentException("a certificate has a key, and a key a certificate");
      }
    }
  }

  public boolean secure() {
    return "https".equals(url.getScheme());
  }

  public String host() {
    return url.getHost();
  }

  public int port() {
    return url.getPort() >= 0 ? url.getPort() : secure() ? HTTPS_PORT : HTTP_PORT;
  }

  /** What stands before each path; empty where the URL has none. */
  public String basePath() {
    String path = url.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @Override
  public String words() {
    return tls.insecure() ? written + " (any certificate)" : written;
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.http(this);
  }
}
