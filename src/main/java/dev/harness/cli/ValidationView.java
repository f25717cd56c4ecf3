package dev.harness.cli;

import dev.harness.cli.live.Bar;
import dev.harness.cli.live.LiveRun;
import dev.harness.control.validation.Finding;
import dev.harness.control.validation.Part;
import dev.harness.control.validation.Readiness;
import dev.harness.control.validation.State;
import dev.harness.report.ConsoleReport.Style;
import dev.harness.report.TerminalText;
import dev.harness.run.RunEvent;
import dev.harness.time.Ticker;
import dev.harness.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A validation as it goes: a heading for each part, a line for each finding, and a summary. */
final class ValidationView {
  private final Terminal terminal;
  private final Style style;
  private final Ticker ticker;
  private @Nullable Part part;

  /** Written by who shows events, one after the other. */
  private LiveRun run = LiveRun.NONE;

  ValidationView(Terminal terminal, Ticker ticker) {
    this.terminal = terminal;
    this.style = terminal.style();
    this.ticker = ticker;
  }

  /** One more finding. */
  void found(Finding finding) {
    if (finding.part() != part) {
      part = finding.part();
      terminal.detail(style.bold(part.label()));
    }
    terminal.detail(
        "  %s %-34s %s"
            .formatted(
                style.mark(verdict(finding.state())),
                finding.name(),
                TerminalText.line(finding.text())));
  }

  /** Something happened in the check that runs: where it can be, its bar is drawn. */
  void happened(RunEvent event) {
    long now = ticker.nanoTime();
    run = run.with(event, now);
    if (event instanceof RunEvent.CheckEnded || event instanceof RunEvent.RunEnded) {
      terminal.clear();
    } else if (run.current() != null) {
      terminal.draw(List.of(Bar.line(run, now, terminal.width())));
    }
  }

  /** What it all amounts to. */
  void summary(Readiness readiness, List<String> leftOut) {
    terminal.detail("");
    lines(readiness, leftOut, style).forEach(terminal::result);
  }

  static List<String> lines(Readiness readiness, List<String> leftOut, Style style) {
    var lines = new ArrayList<String>();
    Verdict whole = readiness.valid() ? Verdict.PASS : Verdict.BREACH;
    String status =
        readiness.interruption().isPresent() ? "PARTIAL" : readiness.valid() ? "VALID" : "INVALID";
    lines.add(
        "%s Overall Status: %s (exit code %d)"
            .formatted(
                style.mark(whole), style.verdict(whole, status), readiness.exitCode().code()));
    readiness
        .parts()
        .forEach(
            (each, state) ->
                lines.add(
                    "%s %s %s".formatted(style.mark(verdict(state)), each.label(), word(state))));
    readiness
        .reasons()
        .forEach(
            finding ->
                lines.add("→ %s: %s".formatted(finding.name(), TerminalText.line(finding.text()))));
    if (!leftOut.isEmpty()) {
      lines.add("left out by --quick: " + String.join(", ", leftOut));
    }
    if (readiness.findings().stream()
        .anyMatch(f -> f.part() == Part.CONTROLS && f.state() == State.FAILED)) {
      lines.add("This harness must not be trusted here.");
    } else if (readiness.valid()) {
      lines.add("Ready: harness run");
    }
    return lines;
  }

  private static String word(State state) {
    return switch (state) {
      case OK -> "Valid";
      case DOUBTFUL -> "Doubtful";
      case FAILED -> "Invalid";
    };
  }

  private static Verdict verdict(State state) {
    return switch (state) {
      case OK -> Verdict.PASS;
      case DOUBTFUL -> Verdict.INCONCLUSIVE;
      case FAILED -> Verdict.BREACH;
    };
  }
}
