package dev.harness.cli.live;

import dev.harness.report.TerminalText;
import java.time.Duration;
import java.util.stream.Collectors;

/** The figures of the loads that are driven now, in one line, for a log. */
public final class LiveText {
  private LiveText() {}

  /** One line without any control sequence; empty while nothing is driven. */
  public static String line(LiveRun run, long nanos) {
    LiveCheck check = run.current();
    return check == null || check.loads().isEmpty()
        ? ""
        : "%s %s  %s"
            .formatted(
                check.id(),
                Amount.time(Duration.ofNanos(nanos - check.startNanos())),
                check.loads().stream()
                    .map(load -> load(load, nanos))
                    .collect(Collectors.joining("; ")));
  }

  private static String load(LiveLoad load, long nanos) {
    LiveLoad.Figures figures = load.figures();
    return "%s: %s, P50 %s, P95 %s, P99 %s, in flight %s"
        .formatted(
            TerminalText.line(load.phase()),
            Amount.of(load.rate(nanos), Amount::perSecond),
            Amount.of(figures.p50(), Amount::millis),
            Amount.of(figures.p95(), Amount::millis),
            Amount.of(figures.p99(), Amount::millis),
            Amount.of(figures.inFlight(), Amount::count));
  }
}
