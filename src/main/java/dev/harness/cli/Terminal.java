package dev.harness.cli;

import dev.harness.cli.live.Block;
import dev.harness.compare.Comparison;
import dev.harness.report.ComparisonText;
import dev.harness.report.ConsoleReport;
import dev.harness.report.ConsoleReport.Style;
import dev.harness.run.RunRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import picocli.CommandLine;

/**
 * Where a command prints: results to standard output, all else to standard error, and below that,
 * where it is a terminal, lines that are drawn in place.
 */
final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean verbose;
  private final boolean quiet;
  private final boolean realtime;
  private final Optional<Tty> tty;
  private final Block block = new Block(colours());

  /**
   * @param tty that standard error is, if it is one
   */
  Terminal(
      CommandLine commandLine,
      boolean verbose,
      boolean quiet,
      boolean realtime,
      Optional<Tty> tty) {
    this.out = commandLine.getOut();
    this.err = commandLine.getErr();
    this.verbose = verbose;
    this.quiet = quiet;
    this.realtime = realtime;
    this.tty = tty;
  }

  /** Whether figures are wanted as they come. */
  boolean realtime() {
    return realtime;
  }

  /** Colours for results where a person looks on, unless they asked for none. */
  Style style() {
    return onConsole() && colours() ? Style.COLOUR : Style.PLAIN;
  }

  /** A console is there only on a terminal: {@code Main} keeps newer Java to that. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onConsole() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  private static boolean colours() {
    String refused = System.getenv("NO_COLOR");
    return refused == null || refused.isEmpty();
  }

  /** Whether lines can be drawn in place, and are wanted. */
  boolean live() {
    return tty.isPresent() && !quiet;
  }

  /**
   * How wide drawn lines may be: a column less than there is, because a cursor that stands behind
   * the last one is on the next line for some terminals. Without bound where nothing is drawn.
   */
  int width() {
    return tty.map(it -> Math.max(1, it.columns() - 1)).orElse(Integer.MAX_VALUE);
  }

  /** A line of the result. */
  synchronized void result(String line) {
    clear();
    out.println(line);
    out.flush();
  }

  /** A line of the result that nobody needs who wants it quiet. */
  void detail(String line) {
    if (!quiet) {
      result(line);
    }
  }

  /** A whole run: its table, or what it amounts to where it should be quiet. */
  void result(ConsoleReport report, RunRecord record) {
    int columns = onConsole() ? columns() : Integer.MAX_VALUE;
    List<String> lines = quiet ? report.summary(record) : report.lines(record, verbose, columns);
    lines.forEach(this::result);
  }

  /** What changed since an earlier run, or that in one line where it should be quiet. */
  void result(Comparison comparison) {
    detail("");
    List<String> lines =
        quiet ? ComparisonText.summary(comparison) : ComparisonText.lines(comparison, verbose);
    lines.forEach(this::result);
  }

  /** A line about how it is going; nothing where it should be quiet. */
  synchronized void progress(String line) {
    if (!quiet) {
      printAbove(line);
    }
  }

  synchronized void progress(AttributedString line) {
    progress(colours() ? line.toAnsi() : line.toString());
  }

  /** Something went wrong. */
  synchronized void problem(String line) {
    printAbove("harness: " + line);
  }

  /** Draws these lines in the place of those before, as many as there is room for. */
  synchronized void draw(List<AttributedString> lines) {
    if (live()) {
      int most = Math.max(1, tty.map(Tty::rows).orElse(0) - 1);
      write(block.draw(lines.subList(0, Math.min(most, lines.size())), columns()));
    }
  }

  /** Takes away what is drawn. */
  synchronized void clear() {
    write(block.erase(columns()));
  }

  /** The terminal has another size. */
  void resized() {
    tty.ifPresent(Tty::measure);
  }

  /** The program was stopped, and others have printed since. */
  synchronized void resumed() {
    block.forget();
  }

  private void printAbove(String line) {
    write(block.above(line + System.lineSeparator(), columns()));
  }

  private int columns() {
    return tty.map(Tty::columns).orElse(Integer.MAX_VALUE);
  }

  /** At once: a terminal that shows half of it, or a signal in between, would break the picture. */
  private void write(String text) {
    err.print(text);
    err.flush();
  }
}
