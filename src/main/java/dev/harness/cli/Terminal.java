package dev.harness.cli;

import dev.harness.report.ConsoleReport.Style;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Where a command prints: results to standard output, all else to standard error. */
final class Terminal {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean verbose;
  private final boolean quiet;
  private boolean lineOpen;

  Terminal(CommandLine commandLine, boolean verbose, boolean quiet) {
    this.out = commandLine.getOut();
    this.err = commandLine.getErr();
    this.verbose = verbose;
    this.quiet = quiet;
  }

  boolean verbose() {
    return verbose;
  }

  boolean quiet() {
    return quiet;
  }

  /** Colours where a person looks on, unless they asked for none. */
  Style style() {
    return interactive() && System.getenv("NO_COLOR") == null ? Style.COLOUR : Style.PLAIN;
  }

  /** A console is there only on a terminal: {@code Main} keeps newer Java to that. */
  @SuppressWarnings("SystemConsoleNull")
  boolean interactive() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** A line of the result. */
  synchronized void result(String line) {
    closeLine();
    out.println(line);
    out.flush();
  }

  /** A line about how it is going; nothing where it should be quiet. */
  synchronized void progress(String line) {
    if (!quiet) {
      closeLine();
      err.println(line);
      err.flush();
    }
  }

  /** A line that replaces the one before it, on a terminal only. */
  synchronized void status(String line) {
    if (!quiet && interactive()) {
      err.print(ERASE_LINE + line);
      err.flush();
      lineOpen = true;
    }
  }

  /** Something went wrong. */
  synchronized void problem(String line) {
    closeLine();
    err.println("harness: " + line);
    err.flush();
  }

  private void closeLine() {
    if (lineOpen) {
      err.print(ERASE_LINE);
      err.flush();
      lineOpen = false;
    }
  }
}
