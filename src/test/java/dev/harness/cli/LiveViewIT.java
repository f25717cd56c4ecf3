package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --realtime} on a terminal, as a person sees it, and where there is none. */
class LiveViewIT {
  /** Takes a few seconds, and needs neither service nor database. */
  private static final String CHECK = "database/transaction-throughput";

  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final Pattern FRAME =
      Pattern.compile("\u001b\\[\\?25l(.*?)\u001b\\[\\?25h", Pattern.DOTALL);
  private static final String CTRL_C = "\u0003";
  private static final int COLUMNS = 79;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home).with("TERM", "xterm");
  }

  @Test
  @RequiresTool(Tool.SCRIPT)
  void figuresAreDrawnInPlaceAndGiveWayToTheResult() throws Exception {
    Ended ended = onTerminal(COLUMNS);

    assertThat(ended.exitCode()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("check 1 of 1", "P95", "in flight", "harness ");
    assertWhole(ended.out());
    assertThat(screen(ended.out(), COLUMNS))
        .contains("✔ " + CHECK, "PASSED")
        .doesNotContain("check 1 of 1", "in flight");
  }

  @Test
  @RequiresTool(Tool.SCRIPT)
  void noLineIsAsWideAsANarrowTerminal() throws Exception {
    Ended ended = onTerminal(40);

    List<String> frames =
        FRAME.matcher(ended.out()).results().map(found -> found.group(1)).toList();
    assertThat(frames).anyMatch(frame -> frame.contains("P95"));
    assertThat(frames)
        .flatMap(frame -> frame.lines().map(line -> AttributedString.fromAnsi(line)).toList())
        .allMatch(line -> line.columnLength() < 40);
  }

  @Test
  @RequiresTool(Tool.SCRIPT)
  void anInterruptIsAnsweredAndLeavesTheTerminalWhole() throws Exception {
    try (ProgramRun run = inTheMiddle()) {
      run.type(CTRL_C);

      Ended ended = run.end();
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.out()).contains("partial: the run was cut short");
      assertThat(screen(ended.out(), COLUMNS))
          .contains("harness: stopping")
          .doesNotContain("in flight");
      assertWhole(ended.out());
    }
  }

  @Test
  @RequiresTool(Tool.SCRIPT)
  void evenADeathLeavesTheTerminalWhole() throws Exception {
    try (ProgramRun run = inTheMiddle()) {
      run.descendants().forEach(ProcessHandle::destroyForcibly);

      assertThat(run.endsWithin(Duration.ofSeconds(5))).isTrue();
      assertWhole(run.out());
    }
  }

  @Test
  void withoutATerminalThereIsALineOfFiguresForASecondAtMost() throws Exception {
    Ended ended = place.run("run", "--profile", "quick", "--check", CHECK, "--realtime");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out() + ended.err()).doesNotContain("\u001b");
    assertThat(ended.problems())
        .filteredOn(line -> line.startsWith(CHECK + " 0:"))
        .isNotEmpty()
        .allMatch(
            line -> line.matches(".* 0:\\d\\d  [a-z -]+: (–|[0-9.,]+ /s), P50 .*, in flight .*"))
        .extracting(line -> line.substring(0, line.indexOf("  ")))
        .as("seconds in which something was told")
        .doesNotHaveDuplicates();
  }

  @Test
  @RequiresTool(Tool.SCRIPT)
  void aDumbTerminalGetsLines() throws Exception {
    Ended ended =
        place
            .with("TERM", "dumb")
            .runOnTerminal(COLUMNS, "run", "--check", CHECK, "--profile=quick", "--realtime");

    assertThat(ended.out()).doesNotContain("\u001b").contains(CHECK + " 0:0");
  }

  private Ended onTerminal(int columns) throws Exception {
    return place.runOnTerminal(columns, "run", "--profile=quick", "--check", CHECK, "--realtime");
  }

  private ProgramRun inTheMiddle() throws Exception {
    ProgramRun run =
        place.startOnTerminal(COLUMNS, "run", "--profile=full", "--check", CHECK, "--realtime");
    assertThat(run.holdsBeforeItEnds(() -> run.out().contains("P95"))).as(run.out()).isTrue();
    return run;
  }

  /** What the terminal was told last is to show its cursor. */
  private static void assertWhole(String transcript) {
    assertThat(transcript).contains(HIDE_CURSOR);
    assertThat(transcript.lastIndexOf(SHOW_CURSOR))
        .isGreaterThan(transcript.lastIndexOf(HIDE_CURSOR));
  }

  private static String screen(String transcript, int columns) {
    var screen = new ScreenTerminal(columns, 24);
    screen.write(transcript);
    return screen.toString();
  }
}
