package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.time.SystemTicker;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceMetersIT {

  @Test
  void areThoseOfTheServiceThatRunsInARegistryThatOutlivesOne() throws Exception {
    Vertx vertx = Vertx.vertx();
    var registry = new CompositeMeterRegistry();
    var first = new InFlight(10);
    first.enter();
    register(vertx, registry, first).close();
    assertThat(registry.getMeters()).isEmpty();
    registry.add(new SimpleMeterRegistry());

    register(vertx, registry, new InFlight(10));

    assertThat(registry.get("harness.target.requests.in.flight").gauge().value()).isZero();
    assertThat(registry.get("harness.target.engines.open").gauge().value()).isZero();
    now(vertx.close());
  }

  private static ServiceMeters register(
      Vertx vertx, CompositeMeterRegistry registry, InFlight inFlight) {
    ServiceParts parts =
        ServiceParts.reference(
            ServiceOptions.DEFAULT, new SystemTicker(), new WorkTimers(vertx), null);
    Connections none = new Connections((period, task) -> () -> {}, Duration.ofSeconds(1));
    return ServiceMeters.register(registry, parts, inFlight, none);
  }
}
