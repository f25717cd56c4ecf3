package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of journals that are cut off, damaged, or something else. */
class JournalFileTest {
  @TempDir private Path directory;

  private List<Check> known;
  private RunRecord whole;
  private List<String> lines;

  @BeforeEach
  void writeAJournal() throws IOException {
    try (Journal journal = Journal.begin(directory, trouble -> {})) {
      SmallRun run = SmallRun.toldTo(journal);
      known = run.checks();
      whole = run.record();
    }
    lines = Files.readAllLines(directory.resolve(Journal.FILE));
  }

  @Test
  void whereverARunIsCutOffItsFinishedChecksStandAndItIsNoPass() throws IOException {
    for (int length = 2; length < lines.size(); length++) {
      String torn = lines.get(length).substring(0, lines.get(length).length() / 2);

      Recovered recovered = read(text(lines.subList(0, length)) + torn);

      int ended = recovered.run().checksEnded();
      assertThat(ended).isEqualTo(endedIn(lines.subList(0, length)));
      RunRecord record = recovered.record();
      assertThat(record.results().subList(0, ended)).isEqualTo(whole.results().subList(0, ended));
      assertThat(record.results().size()).isLessThanOrEqualTo(ended + 1);
      assertThat(record.verdict()).isNotEqualTo(Verdict.PASS);
      assertThat(record.exitCode())
          .isIn(ExitCode.INCONCLUSIVE, ExitCode.FAILED, ExitCode.UNREACHABLE);
      assertThat(record.faults()).isEmpty();
      assertThat(recovered.unreadableBytes()).isEqualTo(bytes(torn).length);
      assertThat(recovered.run().ended()).isFalse();
    }
  }

  @Test
  void aCheckThatWasCutOffHasAllWindowsThatHadClosed() throws IOException {
    int window = lastIndexOf("\"is\":\"window-closed\",\"check\":\"context/failing\"");

    Recovered recovered = read(text(lines.subList(0, window + 1)));

    CheckResult cut = recovered.record().results().get(1);
    assertThat(cut.check().id()).hasToString("context/failing");
    assertThat(cut.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(cut.phases()).hasSize(1);
    assertThat(cut.phases().get(0).total())
        .isEqualTo(whole.results().get(1).phases().get(0).total());
    assertThat(recovered.run().lastWindow()).isPresent();
  }

  @Test
  void anEventThatIsMissingIsAFaultOfTheRun() throws IOException {
    var gap = new ArrayList<>(lines);
    gap.remove(lastIndexOf("\"is\":\"window-closed\""));

    Recovered recovered = read(text(gap));

    assertThat(recovered.missing()).isEqualTo(1);
    assertThat(recovered.record().faults())
        .containsExactly("1 events of the run are not in its journal");
    assertThat(recovered.record().exitCode()).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void aLineThatIsDamagedCostsOneEventAndNoMore() throws IOException {
    int damaged = lastIndexOf("\"is\":\"window-closed\"");
    var some = new ArrayList<>(lines);
    some.set(damaged, "\u0000\u0001" + some.get(damaged).substring(2));

    Recovered recovered = read(text(some));

    assertThat(recovered.unreadableBytes()).isEqualTo(bytes(lines.get(damaged)).length + 1);
    assertThat(recovered.missing()).isEqualTo(1);
    assertThat(recovered.run().ended()).isTrue();
    assertThat(recovered.record().results()).isEqualTo(whole.results());
  }

  @Test
  void noDamageIsMoreThanItIs() throws IOException {
    byte[] text = bytes(text(lines));
    for (int at = 0; at < text.length; at += 997) {
      byte[] damaged = Arrays.copyOf(text, text.length);
      damaged[at] ^= (byte) (1 << (at % 8));
      Files.write(directory.resolve("damaged"), damaged);
      try {
        Recovered recovered = JournalFile.read(directory.resolve("damaged"), known);

        assertThat(
                recovered.unreadableBytes() == 0
                    || recovered.missing() > 0
                    || !recovered.run().ended())
            .as("what is unreadable at byte %d is told", at)
            .isTrue();
      } catch (InvalidJournalException e) {
        assertThat(at)
            .as(e.getMessage())
            .isLessThan(lines.get(0).length() + lines.get(1).length() + 2);
      }
    }
  }

  @Test
  void aLineWithoutEndIsPassedOver() throws IOException {
    Recovered recovered = read(text(lines) + "[".repeat(100_000) + "\n" + "x".repeat(1 << 20));

    assertThat(recovered.unreadableBytes()).isEqualTo(100_001 + (1 << 20));
    assertThat(recovered.record()).isEqualTo(whole);
  }

  @Test
  void saysWhyThereIsNoRunInIt() {
    assertInvalid("", "is no journal of harness");
    assertInvalid("\u0000\u00ff garbage\n\n{}", "is no journal of harness");
    assertInvalid("{\"a\": 1}\n", "is no journal of harness");
    assertInvalid("null\n", "is no journal of harness");
    assertInvalid(lines.get(0), "is no journal of harness");
    assertInvalid(lines.get(0) + "\n", "tells of no run");
    assertInvalid(lines.get(0) + "\n" + lines.get(1), "tells of no run");
    assertInvalid(
        "{\"format\":\"harness-journal\",\"version\":2}\nwhatever\n",
        "is a journal of schema version 2, and this harness reads up to 1: use a newer one");
  }

  @Test
  void saysWhichChecksItDoesNotKnow() {
    lines.set(1, lines.get(1).replace("context/failing", "context/of-tomorrow"));

    assertInvalid(
        text(lines),
        "checks that this harness does not know: context/of-tomorrow; use the one that ran it");
  }

  private void assertInvalid(String text, String says) {
    assertThatExceptionOfType(InvalidJournalException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith(directory.resolve("journal").toString() + ": ")
        .withMessageContaining(says)
        .matches(e -> String.valueOf(e.getMessage()).lines().count() == 1);
  }

  private Recovered read(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("journal"), text);
    return JournalFile.read(file, known);
  }

  private int lastIndexOf(String text) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new AssertionError("no line has " + text);
  }

  private static int endedIn(List<String> lines) {
    return (int) lines.stream().filter(line -> line.contains("\"is\":\"check-ended\"")).count();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
