package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.WebsocketLimits;
import dev.harness.report.ConsoleReport.Style;
import dev.harness.run.CheckResult;
import dev.harness.run.Findings;
import dev.harness.run.RunRecord;
import dev.harness.testing.Golden;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  private static final NumberText NUMBERS = new NumberText(3);
  private final ConsoleReport plain = new ConsoleReport(NUMBERS, Style.PLAIN);

  @Test
  void showsTheTightestFigureOfEachCheck() {
    Golden.assertSame("console.txt", text(lines(plain, SampleRun.mixed(), false)));
  }

  @Test
  void showsAllFiguresWhereAskedTo() {
    Golden.assertSame("console-verbose.txt", text(lines(plain, SampleRun.mixed(), true)));
  }

  @Test
  void fitsTheTerminal() {
    Golden.assertSame("console-80.txt", text(plain.lines(SampleRun.mixed(), false, 80)));
    Golden.assertSame("console-80-verbose.txt", text(plain.lines(SampleRun.mixed(), true, 80)));
  }

  @Test
  void aCheckAsItEndsTakesNoMoreRoomThanThereIs() {
    var result = SampleRun.mixed().results().get(0);

    assertThat(plain.line(result)).contains("success_rate").hasSize(118);
    assertThat(plain.line(result, 79))
        .contains("✔ concurrency/concurrent-requests ", "97 %", "≥ 95 %", "+2 %")
        .hasSize(78);
    assertThat(plain.line(result, 39)).startsWith("✔ concurrency/concurrent-requ").hasSize(39);
  }

  @Test
  void saysThatARunWasCutShort() {
    assertThat(plain.summary(SampleRun.cutShort()).get(0))
        .isEqualTo(
            "INCONCLUSIVE  1 of 2 checks passed in 12.5 s (profile quick, exit code 130)"
                + " – partial: the run was cut short");
  }

  @Test
  void listsWhatNeverRan() {
    assertThat(lines(plain, SampleRun.cutShort(), false))
        .containsOnlyOnce("– %-36s not run".formatted("stress/rapid-cycles"));
    assertThat(lines(plain, SampleRun.mixed(), false)).noneMatch(line -> line.endsWith("not run"));
  }

  @Test
  void saysWhatWentWrongWithTheHarnessItself() {
    RunRecord record = SampleRun.passed().with(List.of("events are lost"));

    assertThat(plain.summary(record))
        .contains("the harness went wrong: events are lost")
        .first()
        .asString()
        .startsWith("ERROR  1 of 1 checks passed")
        .contains("exit code 70");
  }

  @Test
  void saysHowToRunTheSameAgainWhereSomethingIsToBeLookedInto() {
    String again = "the same loads again: add --seed 1";

    assertThat(plain.summary(SampleRun.mixed())).endsWith(again);
    assertThat(plain.summary(SampleRun.passed())).doesNotContain(again);
  }

  @Test
  void coloursMarksAndVerdictAndNothingElse() {
    var coloured = lines(new ConsoleReport(NUMBERS, Style.COLOUR), SampleRun.mixed(), true);

    assertThat(text(coloured)).contains("\u001b[31m✘\u001b[0m", "\u001b[31mERROR\u001b[0m");
    assertThat(text(coloured).replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(text(lines(plain, SampleRun.mixed(), true)));
  }

  @Test
  void textFromOutsideCannotBreakTheTerminal() {
    for (boolean all : List.of(true, false)) {
      assertThat(lines(plain, SampleRun.mixed(), all))
          .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
          .noneMatch(line -> line.contains("\u202e"));
    }
  }

  @Test
  void aFigureWithoutALimitIsTheHeadlineOfACheckThatPasses() {
    CheckResult result =
        SampleRun.judged(
            Suite.STRESS,
            "breaking-point",
            List.of(
                Criterion.keyIfGiven(LoadLimits.BREAKING_POINT),
                Criterion.key(WebsocketLimits.EVENT_RATE)),
            Findings.NONE
                .with(LoadLimits.BREAKING_POINT, Figure.of(1_345))
                .with(WebsocketLimits.EVENT_RATE, Figure.of(2_000)),
            List.of());
    RunRecord record = SampleRun.record(List.of(result), Optional.empty());

    assertThat(plain.line(result))
        .startsWith("✔ stress/breaking-point")
        .containsPattern("breaking_point +1,345 /s +– +–  no limit is given");
    assertThat(lines(plain, record, true).get(1)).startsWith("– stress/breaking-point");
    assertThat(lines(plain, record, true)).noneMatch(line -> line.startsWith("→"));
  }

  @Test
  void aCheckThatWasJudgedOnNothingIsNoPass() {
    var nothing = SampleRun.judged(Suite.CONTEXT, "idle", List.of(), Findings.NONE, List.of());
    RunRecord record = SampleRun.record(List.of(nothing), Optional.empty());

    assertThat(plain.line(nothing)).startsWith("? context/idle").endsWith("nothing was judged");
    assertThat(plain.summary(record).get(0)).startsWith("INCONCLUSIVE  0 of 1 checks passed");
  }

  private static List<String> lines(ConsoleReport report, RunRecord record, boolean all) {
    return report.lines(record, all, Integer.MAX_VALUE);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
