package dev.harness.plan.threshold;

import dev.harness.metric.Unit;
import java.util.List;

/** Limits on event streams. */
public final class WebsocketLimits {
  private static final Section SECTION = new Section("websocket_performance");
  public static final ThresholdKey EVENT_RATE =
      SECTION.atLeast(
          "min_events_per_second",
          "websocket_events_per_second",
          Unit.PER_SECOND,
          "events received, in order and complete, per second");
  public static final ThresholdKey DISPATCH =
      SECTION.atMost(
          "event_dispatch_max_ms_per_1k",
          "event_dispatch_time_per_1k_p95",
          Unit.MILLISECONDS,
          "P95 of the time from asking for 1,000 events on one stream to the last receipt");
  public static final ThresholdKey FAILURE_RATE =
      SECTION.atMost(
          "event_failure_rate_max_percent",
          "event_failure_rate",
          Unit.PERCENT,
          "(sent - received in order) / sent");
  public static final ThresholdKey QUEUE_MEMORY =
      SECTION.atMost(
          "event_queue_memory_max_mb",
          "event_queue_memory",
          Unit.MEGABYTES,
          "peak of bytes queued for slow consumers in the target");
  public static final ThresholdKey CONCURRENT_STREAMS =
      SECTION.atLeast(
          "concurrent_streams_min",
          "concurrent_streams",
          Unit.COUNT,
          "streams open at once and each receiving");

  static final List<ThresholdKey> ALL =
      List.of(EVENT_RATE, DISPATCH, FAILURE_RATE, QUEUE_MEMORY, CONCURRENT_STREAMS);

  private WebsocketLimits() {}
}
