package dev.harness.service;

import dev.harness.reference.EngineCounts;
import dev.harness.reference.StreamCounts;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /stats} and {@code POST /stats/reset}: what the service holds and has done. */
final class StatsRoute {
  private final ServiceParts parts;
  private final InFlight inFlight;
  private final Connections connections;

  StatsRoute(ServiceParts parts, InFlight inFlight, Connections connections) {
    this.parts = parts;
    this.inFlight = inFlight;
    this.connections = connections;
  }

  void show(RoutingContext routing) {
    Answer.ok(json().encode()).send(routing.response());
  }

  void reset(RoutingContext routing) {
    inFlight.resetPeak();
    routing.response().setStatusCode(204).end();
  }

  private JsonObject json() {
    EngineCounts engines = parts.engines().counts();
    StreamCounts streams = parts.events().counts();
    return new JsonObject()
        .put(
            "requests",
            new JsonObject()
                .put("inFlight", inFlight.now())
                .put("peakInFlight", inFlight.peak())
                .put("total", inFlight.total())
                .put("limit", inFlight.limit())
                .put("refused", inFlight.refused())
                .put("timers", parts.timers().running()))
        .put(
            "engines",
            new JsonObject()
                .put("perUser", parts.engines().limits().perUser())
                .put("open", engines.open())
                .put("users", engines.users())
                .put("created", engines.created())
                .put("refused", engines.refused())
                .put("closed", engines.closed())
                .put("evicted", engines.evicted()))
        .put(
            "streams",
            new JsonObject()
                .put("connections", connections.open())
                .put("vanished", connections.vanished())
                .put("unsent", connections.unsent())
                .put("acknowledged", connections.acknowledged())
                .put("open", streams.open())
                .put("users", streams.users())
                .put("queued", streams.queued())
                .put("queuedBytes", streams.queuedBytes())
                .put("accepted", streams.accepted())
                .put("delivered", streams.delivered())
                .put("dropped", streams.dropped())
                .put("discarded", streams.discarded())
                .put("overflowed", streams.overflowed()));
  }
}
