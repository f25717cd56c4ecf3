package dev.harness.service;

import dev.harness.reference.EngineLimits;
import dev.harness.reference.UserEventEmitter;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the service behaves. The command line produces it as a bean; without one, {@link #DEFAULT}
 * holds.
 *
 * @param engines engines that a user may have, and for how long
 * @param requests in flight at once, of all users together; more are answered with 503; at least 1
 * @param streamCapacity events that may wait for one stream before it is ended; at least 1
 * @param idlePing period of the pings that find peers which have vanished: a stream whose peer has
 *     left two unanswered is ended when the third is due; at least 10 ms. A ping waits behind the
 *     events that the peer has yet to read, so this must not be too short
 * @param database where sessions are kept; null for none
 * @param variant exchanges parts of the service; leaves them as they are for the reference system
 */
public record ServiceOptions(
    EngineLimits engines,
    int requests,
    int streamCapacity,
    Duration idlePing,
    @Nullable DatabaseOptions database,
    UnaryOperator<ServiceParts> variant) {

  /** What {@link #idlePing} must be at least. */
  public static final Duration SHORTEST_PING = Duration.ofMillis(10);

  /** No database, and limits as the reference system has them. */
  public static final ServiceOptions DEFAULT =
      new ServiceOptions(
          EngineLimits.DEFAULT,
          10_000,
          UserEventEmitter.DEFAULT_CAPACITY,
          Duration.ofSeconds(2),
          null,
          UnaryOperator.identity());

  /**
   * @throws IllegalArgumentException for a value out of its range
   */
  public ServiceOptions {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, not " + requests);
    }
    if (streamCapacity < 1) {
      throw new IllegalArgumentException(
          "streamCapacity must be at least 1, not " + streamCapacity);
    }
    if (idlePing.compareTo(SHORTEST_PING) < 0) {
      throw new IllegalArgumentException("idlePing must be at least 10 ms, not " + idlePing);
    }
  }
}
