package dev.harness.cli.live;

import dev.harness.metric.Unit;
import dev.harness.report.TerminalText;
import dev.harness.verdict.LiveBreach;
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
        : "%s %s  %s%s"
            .formatted(
                check.id(),
                Amount.time(Duration.ofNanos(nanos - check.startNanos())),
                check.loads().stream()
                    .map(load -> load(load, nanos))
                    .collect(Collectors.joining("; ")),
                run.breaking().stream()
                    .map(breach -> "; broken now: " + TerminalText.line(breach(breach)))
                    .collect(Collectors.joining()));
  }

  /** A limit that breaks, as {@code sustained: success_rate 82.1 % (≥ 95 %)}. */
  static String breach(LiveBreach breach) {
    Unit unit = breach.limit().metric().unit();
    return "%s: %s %s (%s %s)"
        .formatted(
            breach.phase(),
            breach.limit().metric().id(),
            Amount.of(breach.figure(), value -> Amount.in(unit, value)),
            breach.limit().criterion().bound().symbol(),
            Amount.in(unit, breach.limit().broken().limit()));
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
