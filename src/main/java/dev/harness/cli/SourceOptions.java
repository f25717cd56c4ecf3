package dev.harness.cli;

import dev.harness.monitor.Subject;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.ReadingSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code harness monitor} watches beside host and processes. */
@Command
final class SourceOptions {

  @Option(
      names = "--jvm",
      fallbackValue = "true",
      description =
          "Also looks into those processes that are JVMs of this user: heap, collections, threads."
              + " It makes some garbage there, and resident memory then decides no leak: the heap"
              + " after its collections does.")
  private boolean inside;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL database, watched by its server's statistics:"
              + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE. May be given several times.")
  private List<String> databases = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "An endpoint with metrics for Prometheus, as http://HOST:PORT/q/metrics, of which"
              + " jvm_*, process_* and go_* are known. May be given several times.")
  private List<String> endpoints = List.of();

  @Option(
      names = "--monitor-user",
      paramLabel = "ID",
      description =
          "Follows one user of the services at --url: rate, latency, failures and what is held for"
              + " them, where a service tells that, at users/ID beside its metrics.")
  private @Nullable String user;

  /**
   * Nothing is connected to yet.
   *
   * @throws UsageException for a URL that is none
   */
  Map<Subject.Source, ReadingSource> sources(List<Subject.Pid> processes, ReadingSources readings) {
    var sources = new LinkedHashMap<Subject.Source, ReadingSource>();
    if (inside) {
      processes.forEach(
          process -> sources.put(Subject.Source.jvm(process), readings.jvm(process.pid())));
    }
    databases.forEach(url -> add(sources, "--database", url, readings::database));
    endpoints.forEach(url -> add(sources, "--url", url, readings::endpoint));
    String followed = followed();
    if (followed != null) {
      endpoints.forEach(url -> add(sources, "--url", url, it -> readings.user(it, followed)));
    }
    return sources;
  }

  private @Nullable String followed() {
    if (user != null && (user.isBlank() || endpoints.isEmpty())) {
      throw new UsageException(
          user.isBlank()
              ? "--monitor-user: the id of a user is no blank text"
              : "--monitor-user: say by --url where the service tells its metrics; users are told of"
                  + " beside them");
    }
    return user;
  }

  private static void add(
      Map<Subject.Source, ReadingSource> sources,
      String option,
      String url,
      Function<String, ReadingSource> open) {
    try {
      ReadingSource source = open.apply(url);
      sources.put(Subject.Source.at(source.name()), source);
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(option, e.getMessage()));
    }
  }
}
