package dev.harness.check.scenario;

import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.StreamService;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.StreamTarget;
import dev.harness.run.port.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Connections to the services of a scenario, until it is closed. */
final class OpenServices implements AutoCloseable {
  private final Map<Service, HttpTarget> http = new HashMap<>();
  private final Map<Service, StreamTarget> streams = new HashMap<>();
  private final Map<Service, DatabasePool> databases = new HashMap<>();

  OpenServices(List<Service> services, Targets targets) {
    services.forEach(service -> service.as(opening(targets)));
  }

  HttpTarget of(HttpService service) {
    return Objects.requireNonNull(http.get(service));
  }

  StreamTarget of(StreamService service) {
    return Objects.requireNonNull(streams.get(service));
  }

  DatabasePool of(DatabaseService service) {
    return Objects.requireNonNull(databases.get(service));
  }

  private Service.Kinds<AutoCloseable> opening(Targets targets) {
    return new Service.Kinds<>() {
      @Override
      public AutoCloseable http(HttpService service) {
        return http.computeIfAbsent(service, absent -> targets.http(service));
      }

      @Override
      public AutoCloseable streams(StreamService service) {
        return streams.computeIfAbsent(service, absent -> targets.streams(service));
      }

      @Override
      public AutoCloseable database(DatabaseService service) {
        return databases.computeIfAbsent(service, absent -> targets.database(service));
      }
    };
  }

  @Override
  public void close() {
    http.values().forEach(HttpTarget::close);
    streams.values().forEach(StreamTarget::close);
    databases.values().forEach(DatabasePool::close);
  }
}
