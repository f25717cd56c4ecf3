package dev.harness.cli.live;

import static dev.harness.cli.live.Line.text;

import java.time.Duration;
import org.jline.utils.AttributedString;

/** How far the check has come that runs: its name, a bar, and the time that is left. */
public final class Bar {
  private static final int SHORTEST = 5;
  private static final int LONGEST_BESIDE_FIGURES = 20;
  private static final AttributedString SPACE = text(" ", Line.PLAIN);

  private Bar() {}

  /** With figures of its newest load, for who has one line; empty while no check runs. */
  public static AttributedString line(LiveRun run, long nanos, int width) {
    LiveCheck check = run.current();
    if (check == null) {
      return AttributedString.EMPTY;
    }
    String name = "[%d/%d] %s".formatted(run.done() + 1, run.checks(), check.id());
    AttributedString figures = figures(check, run.breaking().size(), nanos);
    return line(text(name, Line.PLAIN), check, nanos, width, LONGEST_BESIDE_FIGURES, figures);
  }

  /** Over the whole width. */
  static AttributedString wide(LiveCheck check, long nanos, int width) {
    AttributedString name = text(check.id().toString(), Line.BOLD);
    return line(name, check, nanos, width, width, AttributedString.EMPTY);
  }

  /** The bar gives way to what comes behind it, and all gives way to the name and the time left. */
  private static AttributedString line(
      AttributedString name,
      LiveCheck check,
      long nanos,
      int width,
      int longest,
      AttributedString behind) {
    AttributedString left = left(check, nanos);
    int room = width - name.columnLength() - left.columnLength() - 2;
    if (room < SHORTEST) {
      return Line.spread(name, left, width);
    }
    int length = Math.max(SHORTEST, Math.min(longest, room - behind.columnLength()));
    return Line.fit(Line.join(name, SPACE, bar(check, nanos, length), SPACE, left, behind), width);
  }

  private static AttributedString bar(LiveCheck check, long nanos, int length) {
    double passed = (double) (nanos - check.startNanos()) / Math.max(1, check.budget().toNanos());
    int full = (int) Math.min(length, Math.round(passed * length));
    return Line.join(
        text("━".repeat(full), Line.GRAPH), text("╌".repeat(length - full), Line.LABEL));
  }

  private static AttributedString left(LiveCheck check, long nanos) {
    Duration left = check.left(nanos);
    return text(
        Amount.time(left) + (left.isNegative() ? " over" : " left"),
        left.isNegative() ? Line.DOUBTFUL : Line.PLAIN);
  }

  private static AttributedString figures(LiveCheck check, int breaking, long nanos) {
    if (check.loads().isEmpty()) {
      return AttributedString.EMPTY;
    }
    LiveLoad load = check.loads().get(check.loads().size() - 1);
    return Line.join(
        text("  ", Line.PLAIN),
        Line.foreign(load.phase(), Line.PLAIN),
        text(
            ": %s, P95 %s, %,d failed"
                .formatted(
                    Amount.of(load.rate(nanos), Amount::perSecond),
                    Amount.of(load.figures().p95(), Amount::millis),
                    check.counts().due() - check.counts().completed()),
            Line.PLAIN),
        breaking == 0
            ? AttributedString.EMPTY
            : text(", %d limits broken now".formatted(breaking), Line.BAD));
  }
}
