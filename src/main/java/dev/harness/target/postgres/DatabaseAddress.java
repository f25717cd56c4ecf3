package dev.harness.target.postgres;

import dev.harness.plan.scenario.DatabaseTls;
import dev.harness.plan.scenario.DatabaseTls.Mode;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where a database is and how to log in. Its text form hides the password.
 *
 * @param options as the client takes them
 */
public record DatabaseAddress(PgConnectOptions options) {
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException saying what is allowed, and never repeating the password
   */
  public static DatabaseAddress parse(String url) {
    try {
      String scheme = new URI(url).getScheme();
      if (scheme == null || !SCHEMES.contains(scheme)) {
        throw notOne("this one begins with something else");
      }
    } catch (URISyntaxException e) {
      throw notOne("this one is wrong at character " + (e.getIndex() + 1));
    }
    DatabaseTls tls = DatabaseTls.of(url);
    return new DatabaseAddress(secured(options(DatabaseTls.without(url)), tls));
  }

  /** Where nobody's certificate is verified, any will do. */
  private static PgConnectOptions secured(PgConnectOptions options, DatabaseTls tls) {
    options.setSslMode(SslMode.of(tls.mode().id()));
    if (!tls.mode().verifies()) {
      return options.setTrustAll(true);
    }
    options.setHostnameVerificationAlgorithm(tls.mode() == Mode.VERIFY_FULL ? "HTTPS" : "");
    return options.setTrustOptions(
        tls.roots()
            .<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file.toString()))
            .orElseGet(DatabaseAddress::ofPlatform));
  }

  private static TrustOptions ofPlatform() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has certificates that it trusts", e);
    }
  }

  /** The client's own message repeats the whole URL. */
  private static PgConnectOptions options(String url) {
    try {
      return PgConnectOptions.fromUri(url);
    } catch (RuntimeException e) {
      throw notOne("this one's user, host, port or database is not that");
    }
  }

  private static IllegalArgumentException notOne(String why) {
    return new IllegalArgumentException("a database URL is written %s; %s".formatted(FORM, why));
  }

  /** Of a server that was started here. */
  static DatabaseAddress of(String host, int port, String database, String user, String password) {
    return new DatabaseAddress(
        new PgConnectOptions()
            .setHost(host)
            .setPort(port)
            .setDatabase(database)
            .setUser(user)
            .setPassword(password));
  }

  /** As {@link #parse} reads it, with the password. Only for names that need no escaping. */
  String url() {
    return "postgresql://%s:%s@%s:%d/%s".formatted(user(), password(), host(), port(), database());
  }

  /** The same server and role, another database. */
  DatabaseAddress inDatabase(String database) {
    return new DatabaseAddress(new PgConnectOptions(options).setDatabase(database));
  }

  /** Connections under this name, which see a schema first and keep their prepared statements. */
  PgConnectOptions named(String application, String schema) {
    PgConnectOptions named = new PgConnectOptions(options).setCachePreparedStatements(true);
    return named.addProperty("application_name", application).addProperty("search_path", schema);
  }

  public String host() {
    return options.getHost();
  }

  public int port() {
    return options.getPort();
  }

  public String database() {
    return options.getDatabase();
  }

  public String user() {
    return options.getUser();
  }

  /** Empty where none was given. */
  public String password() {
    return Objects.requireNonNullElse(options.getPassword(), "");
  }

  @Override
  public String toString() {
    return "%s@%s:%d/%s"
        .formatted(options.getUser(), options.getHost(), options.getPort(), options.getDatabase());
  }
}
