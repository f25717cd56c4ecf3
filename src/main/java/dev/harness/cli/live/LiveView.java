package dev.harness.cli.live;

import static dev.harness.cli.live.Line.text;

import dev.harness.measure.Counts;
import dev.harness.verdict.LiveBreach;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** What {@code run --realtime} shows on a terminal: the lines of one moment, for one width. */
public final class LiveView {
  private static final int CELL = 18;
  private static final String GAP = "  ";

  /** The role that interests least: it is shown last. */
  private static final String GENERATOR = "harness";

  /** After so long without a window, what is shown is old. */
  private static final Duration OLD = Duration.ofSeconds(3);

  private LiveView() {}

  /**
   * The lines, none of them wider than that.
   *
   * @param nanos the clock's time now
   * @param width in columns; at least 1
   */
  public static List<AttributedString> lines(LiveRun run, long nanos, int width) {
    var lines = new ArrayList<AttributedString>();
    // Nobody misses it where a terminal scrolls because somebody has hit the return key.
    lines.add(AttributedString.EMPTY);
    lines.add(
        Line.spread(
            Line.list(checks(run), width),
            text("≈ " + Amount.time(run.left(nanos)) + " left", Line.PLAIN),
            width));
    LiveCheck check = run.current();
    if (check != null) {
      lines.add(Bar.wide(check, nanos, width));
      for (LiveLoad load : check.loads()) {
        lines.add(title(load, nanos, width));
        lines.addAll(grid(cells(load, nanos), width));
      }
      if (!check.trend().seconds().isEmpty()) {
        lines.addAll(trends(check.trend(), width));
      }
      if (!run.breaking().isEmpty()) {
        lines.add(Line.list(breaking(run.breaking()), width));
      }
      lines.add(Line.list(failures(check), width));
    }
    lines.add(Line.list(processes(run), width));
    return lines;
  }

  private static List<AttributedString> checks(LiveRun run) {
    var items = new ArrayList<AttributedString>();
    int number = run.current() == null ? run.done() : run.done() + 1;
    items.add(text("check %d of %d".formatted(number, run.checks()), Line.BOLD));
    run.ended().forEach((verdict, n) -> items.add(text(n + " " + word(verdict), style(verdict))));
    return items;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "passed";
      case BREACH -> "failed";
      case ERROR -> "in error";
      case NOT_RUN -> "not run";
      case NO_DATA -> "without data";
      case INCONCLUSIVE -> "inconclusive";
    };
  }

  private static AttributedStyle style(Verdict verdict) {
    return switch (verdict) {
      case PASS -> Line.GOOD;
      case BREACH, ERROR -> Line.BAD;
      case NOT_RUN, NO_DATA, INCONCLUSIVE -> Line.DOUBTFUL;
    };
  }

  private static AttributedString title(LiveLoad load, long nanos, int width) {
    var items = new ArrayList<AttributedString>();
    items.add(Line.foreign(load.phase(), Line.BOLD));
    items.add(text(Amount.time(Duration.ofNanos(nanos - load.startNanos())), Line.PLAIN));
    if (!load.measured()) {
      items.add(text("not judged", Line.LABEL));
    }
    Duration age = Duration.ofNanos(nanos - load.newestNanos());
    if (age.compareTo(OLD) > 0) {
      items.add(text("nothing new for " + Amount.time(age), Line.DOUBTFUL));
    }
    return Line.list(items, width);
  }

  /** A name and its value, which always take the same room, so that they stand still. */
  private static AttributedString cell(String name, String value) {
    return Line.spread(text(name, Line.LABEL), text(value, Line.PLAIN), CELL);
  }

  private static List<AttributedString> cells(LiveLoad load, long nanos) {
    LiveLoad.Figures figures = load.figures();
    return List.of(
        cell("rate", Amount.of(load.rate(nanos), Amount::perSecond)),
        cell("P50", Amount.of(figures.p50(), Amount::millis)),
        cell("P95", Amount.of(figures.p95(), Amount::millis)),
        cell("P99", Amount.of(figures.p99(), Amount::millis)),
        cell("in flight", Amount.of(figures.inFlight(), n -> "≈ " + Amount.count(n))),
        cell("lag P99", Amount.millis(figures.lagP99Millis())));
  }

  /** As many beside each other as there is room for, but at least one. */
  private static List<AttributedString> grid(List<AttributedString> cells, int width) {
    int columns = Math.max(1, (width + GAP.length()) / (CELL + GAP.length()));
    var lines = new ArrayList<AttributedString>();
    for (int from = 0; from < cells.size(); from += columns) {
      List<AttributedString> row = cells.subList(from, Math.min(cells.size(), from + columns));
      lines.add(Line.fit(AttributedString.join(text(GAP, Line.PLAIN), row), width));
    }
    return lines;
  }

  private static List<AttributedString> trends(Trend trend, int width) {
    ToDoubleFunction<Trend.Second> rate = Trend.Second::completed;
    ToDoubleFunction<Trend.Second> p95 = Trend.Second::p95Millis;
    String fastest = " max " + Amount.perSecond(Sparkline.highest(trend, rate));
    String slowest = " max " + Amount.millis(Sparkline.highest(trend, p95));
    int room = width - "rate ".length() - Math.max(fastest.length(), slowest.length());
    int seconds = Math.max(0, Math.min(Trend.LENGTH, room));
    return Stream.of(
            Line.join(
                text("rate ", Line.LABEL),
                text(Sparkline.of(trend, rate, seconds), Line.GRAPH),
                text(fastest, Line.PLAIN)),
            Line.join(
                text("P95  ", Line.LABEL),
                text(Sparkline.of(trend, p95, seconds), Line.GRAPH),
                text(slowest, Line.PLAIN)))
        .map(line -> Line.fit(line, width))
        .toList();
  }

  private static List<AttributedString> breaking(List<LiveBreach> breaches) {
    var items = new ArrayList<AttributedString>();
    items.add(text("broken now", Line.BAD));
    breaches.forEach(breach -> items.add(Line.foreign(LiveText.breach(breach), Line.PLAIN)));
    return items;
  }

  private static List<AttributedString> failures(LiveCheck check) {
    Counts counts = check.counts();
    var items = new ArrayList<AttributedString>();
    add(items, counts.failed(), "failed", Line.BAD);
    add(items, counts.timedOut(), "timed out", Line.BAD);
    add(items, counts.expired(), "expired", Line.BAD);
    add(items, counts.refused(), "refused", Line.DOUBTFUL);
    add(items, counts.unfinished(), "unfinished", Line.DOUBTFUL);
    add(items, counts.dropped(), "dropped by the generator", Line.DOUBTFUL);
    check
        .reasons()
        .forEach((reason, n) -> items.add(Line.foreign("%s %,d".formatted(reason, n), Line.PLAIN)));
    return items.isEmpty() ? List.of(text("no failures", Line.LABEL)) : items;
  }

  private static void add(
      List<AttributedString> items, long count, String what, AttributedStyle style) {
    if (count > 0) {
      items.add(text("%,d %s".formatted(count, what), style));
    }
  }

  private static List<AttributedString> processes(LiveRun run) {
    return run.processes().entrySet().stream()
        .sorted(Comparator.comparing(process -> process.getKey().equals(GENERATOR)))
        .map(process -> process(process.getKey(), process.getValue(), run.logicalCpus()))
        .toList();
  }

  private static AttributedString process(String role, LiveProcess process, int logicalCpus) {
    String use =
        "%s CPU, %s"
            .formatted(
                Amount.percent(100 * process.cores() / logicalCpus),
                Amount.megabytes(process.rssBytes()));
    return Line.join(text(role + " ", Line.LABEL), text(use, Line.PLAIN));
  }
}
