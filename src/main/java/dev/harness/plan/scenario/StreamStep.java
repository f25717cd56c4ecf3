package dev.harness.plan.scenario;

import dev.harness.plan.KebabCase;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Place.InJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A step on a WebSocket stream. An iteration has one stream to a service, from connect to close.
 */
public sealed interface StreamStep extends Sending {
  Duration LONGEST = Duration.ofMinutes(5);

  @Override
  StreamService service();

  /** How long it may take where it says nothing itself. */
  @Override
  default Duration longest() {
    return service().timeout();
  }

  private static void requireTime(String what, Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s is above 0 and at most 5 minutes, not %d ms".formatted(what, time.toMillis()));
    }
  }

  /**
   * Opens a stream.
   *
   * @param path with its query, from the root of the service
   * @param headers of the handshake by name, those of the service included
   */
  record Connect(
      String name,
      StreamService service,
      Template path,
      Map<String, Template> headers,
      List<MetricLimit> limits)
      implements StreamStep, Measured {
    public Connect {
      KebabCase.require("a step", name);
      headers = Map.copyOf(headers);
      headers.keySet().forEach(HeaderName::require);
      limits = List.copyOf(limits);
      Measured.requireItsOwn(limits);
    }

    @Override
    public Stream<Template> templates() {
      return Stream.concat(Stream.of(path), headers.values().stream());
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.connect(this);
    }
  }

  /** Sends a text message. What has come before it is forgotten: it is no answer to it. */
  record Send(String name, StreamService service, Template text) implements StreamStep {
    public Send {
      KebabCase.require("a step", name);
    }

    @Override
    public Stream<Template> templates() {
      return Stream.of(text);
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.send(this);
    }
  }

  /**
   * Waits for an event, and passes over all others. Its service time is that from the last message
   * sent, or else from the handshake, to the event's arrival.
   *
   * @param event what it is like
   * @param within from the step's beginning; above 0, at most 5 minutes
   * @param captures from the event, for the steps after it
   */
  record Await(
      String name,
      StreamService service,
      List<Expectation> event,
      Duration within,
      List<Capture> captures,
      List<MetricLimit> limits)
      implements StreamStep, Measured {
    public Await {
      KebabCase.require("a step", name);
      requireTime("within", within);
      event = List.copyOf(event);
      captures = List.copyOf(captures);
      limits = List.copyOf(limits);
      Measured.requireItsOwn(limits);
    }

    /** Whether that event is the one. */
    public boolean isMetBy(Answer answer, Scope scope) {
      return event.stream().allMatch(like -> like.unmet(answer, scope).isEmpty());
    }

    @Override
    public Duration longest() {
      return within;
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.await(this);
    }
  }

  /**
   * Keeps the stream open, and looks at what comes, and at what has come since the step before.
   *
   * @param time above 0, at most 5 minutes
   * @param rate of events a second that must come at the least, on average over that time
   * @param sequence where a whole number stands that goes up by one from event to event; events
   *     that have none there do not count
   * @param each what each event must be like
   */
  record Stay(
      String name,
      StreamService service,
      Duration time,
      OptionalDouble rate,
      Optional<InJson> sequence,
      List<Expectation> each)
      implements StreamStep {
    public Stay {
      each = List.copyOf(each);
      KebabCase.require("a step", name);
      requireTime("a stay", time);
    }

    /** Events that must come at the least. */
    public double leastEvents() {
      return rate.orElse(0) * time.toMillis() / 1_000;
    }

    @Override
    public Duration longest() {
      return time;
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.stay(this);
    }
  }

  /**
   * Closes the stream as the protocol wants, and waits for the other side to do the same.
   *
   * @param code 1000, or one of those left to applications: 3000 to 4999 (RFC 6455, section 7.4)
   */
  record Close(String name, StreamService service, int code) implements StreamStep {
    public static final int NORMAL = 1_000;
    public static final int LAST = 4_999;

    public Close {
      KebabCase.require("a step", name);
      if (code != NORMAL && (code < 3_000 || code > LAST)) {
        throw new IllegalArgumentException(
            "a stream is closed with 1000, or a code from 3000 to 4999, not %d".formatted(code));
      }
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.close(this);
    }
  }
}
