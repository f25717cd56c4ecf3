package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final Interruption interruption = new Interruption();

  @Test
  void onlyTheFirstWordCounts() {
    assertThat(interruption.asked()).isNull();
    assertThat(interruption.ask(ExitCode.TERMINATED)).isTrue();
    assertThat(interruption.ask(ExitCode.INTERRUPTED)).isFalse();
    assertThat(interruption.asked()).isEqualTo(ExitCode.TERMINATED);
  }

  @Test
  void whoAsksForTheEndOfARunThatEndsItselfIsStillTheFirst() {
    interruption.abort("too slow");
    interruption.abort("too late");
    assertThat(interruption.asked()).isEqualTo(ExitCode.FAILED);

    assertThat(interruption.ask(ExitCode.INTERRUPTED)).isTrue();
    assertThat(interruption.ask(ExitCode.INTERRUPTED)).isFalse();
    assertThat(interruption.asked()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(interruption.aborted()).isEqualTo("too slow");
  }

  @Test
  void whatSomebodyHasEndedDoesNotEndItself() {
    interruption.ask(ExitCode.INTERRUPTED);
    interruption.abort("too slow");

    assertThat(interruption.asked()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(interruption.aborted()).isNull();
  }

  @Test
  void stopsWhetherItIsAskedBeforeOrAfter() {
    var stopped = new ArrayList<String>();
    interruption.onAsked(() -> stopped.add("first"));
    interruption.ask(ExitCode.INTERRUPTED);
    interruption.onAsked(() -> stopped.add("second"));

    assertThat(stopped).isEqualTo(List.of("first", "second"));
  }

  @Test
  void interruptsWhatBlocksAndNothingAfterIt() {
    boolean interrupted =
        interruption.whileBlocked(
            () -> {
              interruption.ask(ExitCode.INTERRUPTED);
              return Thread.currentThread().isInterrupted();
            });

    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void interruptsWhatBeginsToBlockTooLate() {
    interruption.ask(ExitCode.INTERRUPTED);

    boolean interrupted = interruption.whileBlocked(() -> Thread.currentThread().isInterrupted());

    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leavesAloneWhatBlocksWhileNobodyAsks() {
    boolean interrupted = interruption.whileBlocked(() -> Thread.currentThread().isInterrupted());

    assertThat(interrupted).isFalse();
  }
}
