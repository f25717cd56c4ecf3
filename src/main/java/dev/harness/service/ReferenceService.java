package dev.harness.service;

import dev.harness.reference.EngineSweep;
import dev.harness.reference.Periodic;
import dev.harness.time.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.Objects;

/**
 * The service's one instance of each part, from the first request after it opened to the shutdown.
 */
@ApplicationScoped
class ReferenceService {
  private final ServiceParts parts;
  private final EngineSweep sweep;
  private final Connections connections;
  private final ServiceMeters meters;
  private final RequestRoute requests;
  private final StatsRoute stats;
  private final UserRoute user;
  private final SessionRoutes sessions;

  ReferenceService(Opening opening, Ticker ticker, Vertx vertx, MeterRegistry registry) {
    ServiceOptions options = Objects.requireNonNull(opening.options().result(), "not opened");
    var timers = new WorkTimers(vertx);
    var inFlight = new InFlight(options.requests());
    Periodic periodic = periodic(vertx);
    SessionDatabase database =
        options.database() == null ? null : SessionDatabase.connect(vertx, options.database());
    parts = options.variant().apply(ServiceParts.reference(options, ticker, timers, database));
    sweep = EngineSweep.start(parts.engines(), periodic);
    connections = new Connections(periodic, options.idlePing());
    meters = ServiceMeters.register(registry, parts, inFlight, connections);
    var followed = new FollowedUsers(ticker);
    requests = new RequestRoute(parts, inFlight, followed);
    stats = new StatsRoute(parts, inFlight, connections);
    user = new UserRoute(parts, followed, connections);
    sessions = new SessionRoutes(parts);
  }

  ServiceParts parts() {
    return parts;
  }

  Connections connections() {
    return connections;
  }

  RequestRoute requests() {
    return requests;
  }

  StatsRoute stats() {
    return stats;
  }

  UserRoute user() {
    return user;
  }

  SessionRoutes sessions() {
    return sessions;
  }

  /** Ends what is still going on. Where nothing ever asked for the service, there is nothing. */
  void stop(@Observes(notifyObserver = Reception.IF_EXISTS) ShutdownEvent shutdown) {
    meters.close();
    parts.events().close();
    connections.close();
    sweep.close();
    parts.engines().close();
    if (parts.sessions() != null) {
      parts.sessions().close();
    }
  }

  private static Periodic periodic(Vertx vertx) {
    return (period, task) -> {
      long timer = vertx.setPeriodic(period.toMillis(), tick -> task.run());
      return () -> vertx.cancelTimer(timer);
    };
  }
}
