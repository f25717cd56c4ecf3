package dev.harness.check.websocket;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.StreamTarget;
import dev.harness.user.UserPopulation;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Streams that are open at once, one a user, and rounds of events on them. */
final class OpenStreams {
  private static final Duration OPEN_WITHIN = Duration.ofSeconds(15);

  private final Rig rig;
  private final List<EventStream> all;

  /** Those that have no round going on. */
  private final Queue<EventStream> idle;

  OpenStreams(Rig rig, Collection<EventStream> open) {
    this.rig = rig;
    this.all = List.copyOf(open);
    this.idle = new ConcurrentLinkedQueue<>(open);
  }

  /**
   * Opens so many, each for another user of a population that is no smaller. No more at a time than
   * is configured; fewer where some do not open.
   */
  static OpenStreams of(Rig rig, StreamTarget target, UserPopulation users, int streams) {
    var open = new ConcurrentLinkedQueue<EventStream>();
    Operation opening =
        attempt ->
            EventStream.open(target, attempt.context(), rig.isolation())
                .onSuccess(open::add)
                .map(Outcome.COMPLETED);
    var load = Closed.of(rig.configuration().batchSize(), streams);
    rig.drive(phase("open", load, users, OPEN_WITHIN, opening));
    return new OpenStreams(rig, open);
  }

  /**
   * Rounds of so many events each, on whichever streams have none going on.
   *
   * @param load of no more slots than there are streams
   */
  Phase rounds(LoadProfile load, int events, Duration timeout) {
    return phase(
        "round",
        load,
        rig.users(Math.max(1, all.size())),
        timeout,
        attempt -> round(events, attempt));
  }

  /** Events that came in order, for each stream. */
  List<Long> received() {
    return all.stream().map(EventStream::received).toList();
  }

  /** On a stream that has none going on. */
  private Future<Outcome> round(int events, Attempt attempt) {
    EventStream stream = idle.poll();
    if (stream == null) {
      return Future.succeededFuture(Outcome.failed("no-stream"));
    }
    attempt.onAbandon(stream::giveUp);
    return stream.round(events).onComplete(end -> idle.add(stream));
  }

  private static Phase phase(
      String name, LoadProfile load, UserPopulation users, Duration timeout, Operation operation) {
    return new Phase(name, load, users, Resolution.MICROSECONDS, timeout, operation);
  }
}
