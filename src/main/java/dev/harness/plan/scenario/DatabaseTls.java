package dev.harness.plan.scenario;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the URL of a PostgreSQL database says of TLS, in the parameters of PostgreSQL's own clients
 * (libpq, "SSL Support").
 *
 * @param roots certificates to trust, in PEM; empty for those of the Java platform
 */
public record DatabaseTls(Mode mode, Optional<Path> roots) {
  private static final String MODE = "sslmode";
  private static final String ROOTS = "sslrootcert";
  private static final String OF_PLATFORM = "system";

  /** How much TLS there must be. */
  public enum Mode {
    DISABLE,
    ALLOW,
    PREFER,
    /** Nobody listens in; who answers is not looked at. */
    REQUIRE,
    /** The certificate must come of one that is trusted. */
    VERIFY_CA,
    /** And it must be of that host. */
    VERIFY_FULL;

    /** As a URL has it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a certificate is looked at. */
    public boolean verifies() {
      return this == VERIFY_CA || this == VERIFY_FULL;
    }
  }

  /**
   * Reads a URL, whatever else it says.
   *
   * @throws IllegalArgumentException where a parameter of TLS is none, or says what cannot be
   */
  public static DatabaseTls of(String url) {
    Mode mode = Mode.DISABLE;
    Optional<String> roots = Optional.empty();
    boolean spoken = false;
    for (String parameter : parameters(url)) {
      String value = value(parameter);
      if (name(parameter).equals(MODE)) {
        mode = mode(value);
        spoken = true;
      } else if (name(parameter).equals(ROOTS)) {
        roots = Optional.of(value);
      } else if (ofTls(parameter)) {
        throw new IllegalArgumentException(
            "%s is not known; allowed of TLS: %s, %s".formatted(name(parameter), MODE, ROOTS));
      }
    }
    return of(spoken || roots.isEmpty() ? mode : Mode.VERIFY_FULL, roots);
  }

  /** As libpq does, who requires TLS and says whom to trust has the certificate verified, too. */
  private static DatabaseTls of(Mode mode, Optional<String> roots) {
    if (mode.verifies() && roots.isEmpty()) {
      throw new IllegalArgumentException(
          "%s=%s takes %s=FILE, the certificates to trust in PEM, or %s=%s for those of the Java platform"
              .formatted(MODE, mode.id(), ROOTS, ROOTS, OF_PLATFORM));
    }
    boolean verifies = mode.verifies() || (mode == Mode.REQUIRE && roots.isPresent());
    Optional<Path> files =
        verifies ? roots.filter(file -> !file.equals(OF_PLATFORM)).map(Path::of) : Optional.empty();
    files
        .filter(file -> !Files.isReadable(file))
        .ifPresent(
            file -> {
              throw new IllegalArgumentException("%s: %s cannot be read".formatted(ROOTS, file));
            });
    return new DatabaseTls(verifies && mode == Mode.REQUIRE ? Mode.VERIFY_CA : mode, files);
  }

  private static Mode mode(String id) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is not \"%s\"; allowed: %s"
                        .formatted(
                            MODE,
                            id,
                            Arrays.stream(Mode.values())
                                .map(Mode::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** The same URL, which says nothing of TLS. */
  public static String without(String url) {
    List<String> others = parameters(url).stream().filter(one -> !ofTls(one)).toList();
    return withParameters(url, others);
  }

  /** The same URL, whose file is found from that directory. */
  public static String foundFrom(Path directory, String url) {
    var resolved = new ArrayList<String>();
    for (String parameter : parameters(url)) {
      boolean file = name(parameter).equals(ROOTS) && !value(parameter).equals(OF_PLATFORM);
      resolved.add(
          file
              ? ROOTS
                  + "="
                  + URLEncoder.encode(
                      directory.resolve(value(parameter)).toString(), StandardCharsets.UTF_8)
              : parameter);
    }
    return withParameters(url, resolved);
  }

  private static String withParameters(String url, List<String> parameters) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    String base = url.substring(0, query);
    return parameters.isEmpty() ? base : base + "?" + String.join("&", parameters);
  }

  private static List<String> parameters(String url) {
    int query = url.indexOf('?');
    return query < 0 ? List.of() : List.of(url.substring(query + 1).split("&", -1));
  }

  private static boolean ofTls(String parameter) {
    return name(parameter).startsWith("ssl");
  }

  private static String name(String parameter) {
    return parameter.split("=", 2)[0];
  }

  private static String value(String parameter) {
    String[] parts = parameter.split("=", 2);
    return parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
  }
}
