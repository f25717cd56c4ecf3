package dev.harness.check.scenario;

import dev.harness.plan.scenario.HttpService;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Connections to the services of a scenario, until it is closed. */
final class OpenServices implements AutoCloseable {
  private final Map<HttpService, HttpTarget> open = new HashMap<>();

  OpenServices(List<HttpService> services, Targets targets) {
    services.forEach(service -> open.put(service, targets.http(service)));
  }

  HttpTarget of(HttpService service) {
    return Objects.requireNonNull(open.get(service));
  }

  @Override
  public void close() {
    open.values().forEach(HttpTarget::close);
  }
}
