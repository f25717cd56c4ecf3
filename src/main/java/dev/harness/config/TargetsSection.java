package dev.harness.config;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.DatabaseTls;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.HttpService.Tls;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.ServingProcess;
import dev.harness.plan.scenario.StreamService;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code targets} of a plan: each is its URL alone, or an object that has one. */
final class TargetsSection {
  private static final List<String> TARGET =
      List.of("url", "headers", "timeout", "connections", "tls", "pid", "metrics", "thresholds");
  private static final List<String> TLS = List.of("ca", "certificate", "key", "insecure");
  private static final Pattern DATABASE = Pattern.compile("postgres(ql)?://");
  private static final Pattern PASSWORD =
      Pattern.compile("^postgres(ql)?://[^/@:]*:(?!\\$\\{)[^/@]*@");
  private static final Set<String> HTTP = Set.of("http", "https");
  private static final Set<String> STREAMS = Set.of("ws", "wss");
  private static final int MOST_CONNECTIONS = 10_000;

  private final Reader reader;
  private final TemplateGrammar grammar;
  private final Surroundings around;
  private final List<NamedTarget<?>> targets = new ArrayList<>();

  private TargetsSection(Reader reader, TemplateGrammar grammar, Surroundings around) {
    this.reader = reader;
    this.grammar = grammar;
    this.around = around;
  }

  static List<NamedTarget<?>> read(
      Reader reader, Optional<Located> section, TemplateGrammar grammar, Surroundings around) {
    var targets = new TargetsSection(reader, grammar, around);
    section.ifPresent(
        value ->
            reader
                .members("targets", value)
                .forEach((n, member) -> targets.add(n, member.value())));
    return targets.targets;
  }

  private void add(String name, Located value) {
    if (value instanceof Located.Text url) {
      service(
              name,
              url,
              HttpService.DEFAULT_TIMEOUT,
              OptionalInt.empty(),
              Tls.DEFAULT,
              Headers.none())
          .ifPresent(
              service -> targets.add(new NamedTarget<>(service, Headers.none(), Optional.empty())));
      return;
    }
    Fields target = Fields.of(reader, "a target", value, TARGET);
    Map<String, Template> headers = Headers.read(reader, target.member("headers"), grammar);
    Duration timeout = target.duration("timeout").orElse(HttpService.DEFAULT_TIMEOUT);
    OptionalInt connections =
        target.has("connections")
            ? OptionalInt.of(target.whole("connections", 1, MOST_CONNECTIONS, 1))
            : OptionalInt.empty();
    Tls tls = target.value("tls").flatMap(this::tls).orElse(Tls.DEFAULT);
    Optional<ServingProcess> process = new ProcessSection(reader, grammar).read(name, target);
    target.required("url");
    target
        .text("url")
        .flatMap(url -> service(name, url, timeout, connections, tls, headers))
        .ifPresent(service -> targets.add(new NamedTarget<>(service, headers, process)));
  }

  private Optional<Service> service(
      String name,
      Located.Text url,
      Duration timeout,
      OptionalInt connections,
      Tls tls,
      Map<String, Template> headers) {
    return reader.made(
        url.at(),
        () -> {
          Template written = grammar.parse(url.value(), Encoding.PLAIN);
          return database(written)
              ? database(name, written, timeout, connections, tls, headers)
              : service(name, written, timeout, connections, tls);
        });
  }

  private static boolean database(Template written) {
    return written.constant().filter(url -> DATABASE.matcher(url).lookingAt()).isPresent();
  }

  /** What is written is shown: so a password must not be. */
  private Service database(
      String name,
      Template written,
      Duration timeout,
      OptionalInt connections,
      Tls tls,
      Map<String, Template> headers) {
    if (PASSWORD.matcher(written.written()).find()) {
      throw new IllegalArgumentException(
          "a password in a URL comes from ${env:NAME} or ${file:PATH}");
    }
    if (!tls.equals(Tls.DEFAULT) || !headers.isEmpty()) {
      throw new IllegalArgumentException(
          "a database has no \"headers\", and what \"tls\" says stands in its URL, as"
              + " ?sslmode=verify-full&sslrootcert=ca.pem");
    }
    String url = DatabaseTls.foundFrom(around.resolve(""), written.constant().orElseThrow());
    DatabaseTls.of(url);
    int most = connections.orElse(DatabaseService.DEFAULT_CONNECTIONS);
    return new DatabaseService(name, url, written.written(), timeout, most);
  }

  /** A stream begins with a request over HTTP. */
  private static Service service(
      String name, Template written, Duration timeout, OptionalInt connections, Tls tls) {
    URI url = uri(written);
    String scheme = String.valueOf(url.getScheme());
    boolean streams = STREAMS.contains(scheme);
    if (!streams && !HTTP.contains(scheme)) {
      throw new IllegalArgumentException(
          "a URL begins with http://, https://, ws://, wss:// or postgresql://, and a host");
    }
    URI http = streams ? URI.create(url.toString().replaceFirst("^ws", "http")) : url;
    int most = connections.orElse(HttpService.DEFAULT_CONNECTIONS);
    var service = new HttpService(name, http, written.written(), timeout, most, tls);
    return streams ? new StreamService(service) : service;
  }

  /** What a secret in it may be is not told. */
  private static URI uri(Template written) {
    String url =
        written
            .constant()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a URL has no variables but ${env:NAME} and ${file:PATH}"));
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "%s is no URL; write http://HOST:PORT".formatted(written.written()), e);
    }
  }

  private Optional<Tls> tls(Located value) {
    Fields tls = Fields.of(reader, "tls", value, TLS);
    Optional<Path> ca = file(tls, "ca");
    Optional<Path> certificate = file(tls, "certificate");
    Optional<Path> key = file(tls, "key");
    boolean insecure = tls.truth("insecure", false);
    return reader.made(tls.at(), () -> new Tls(ca, certificate, key, insecure));
  }

  private Optional<Path> file(Fields tls, String key) {
    Optional<Located.Text> path = tls.text(key);
    path.filter(text -> !Files.isReadable(around.resolve(text.value())))
        .ifPresent(text -> reader.problem(text.at(), "%s cannot be read".formatted(text.value())));
    return path.map(text -> around.resolve(text.value()));
  }
}
