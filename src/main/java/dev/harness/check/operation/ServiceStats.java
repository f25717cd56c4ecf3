package dev.harness.check.operation;

import dev.harness.measure.Figure;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.HttpTarget.Request;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What the reference service says that it holds and has done. */
public record ServiceStats(Rig rig, HttpTarget target) {
  private static final Request STATS = new Request("GET", "/stats", Map.of());

  /** One number of a section, as {@code requests} and {@code peakInFlight}. */
  public Figure number(String section, String name) {
    Long number = read().getJsonObject(section, new JsonObject()).getLong(name);
    return number == null
        ? Figure.missing("the service reports no %s.%s".formatted(section, name))
        : Figure.of(number);
  }

  /** Whether none of these sections' numbers is above 0. */
  public boolean allZero(String section, String... names) {
    JsonObject numbers = read().getJsonObject(section, new JsonObject());
    for (String name : names) {
      if (numbers.getLong(name, 1L) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether no request, timer or engine is left in it. */
  public boolean idle() {
    return allZero("requests", "inFlight", "timers") && allZero("engines", "open", "users");
  }

  /** Forgets the peaks. */
  public void reset() {
    rig.await(target.send(new Request("POST", "/stats/reset", Map.of())), "resetting statistics");
  }

  /** Bytes of events that wait for their clients in the service; asked as part of a load. */
  public static Future<Long> queuedBytes(HttpTarget target, Attempt attempt) {
    return target
        .send(STATS, attempt)
        .map(reply -> reply.body().toJsonObject().getJsonObject("streams").getLong("queuedBytes"));
  }

  private JsonObject read() {
    Reply reply = rig.await(target.send(STATS), "reading statistics");
    return reply.body().toJsonObject();
  }
}
