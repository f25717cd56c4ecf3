package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import org.junit.jupiter.api.Test;

class AftermathTest {
  private static final double LIMIT = 1_000;

  @Test
  void countsFromTheEndOfTheDisturbance() {
    var windows = new Windows().good(2).refused(3).slow(2).good(6);

    Aftermath aftermath = Aftermath.of(windows.list, 2, 5, LIMIT);

    assertThat(aftermath.recovered()).isTrue();
    assertThat(aftermath.millis()).isEqualTo(Figure.of(2_000));
    assertThat(aftermath.since().due()).isEqualTo(6 * 200);
    assertThat(aftermath.since().successPercent()).isEqualTo(100);
  }

  @Test
  void holdsWhatComesAfterAgainstWhatWasBefore() {
    var slowEver = new Windows().slow(2).refused(1).slow(6);
    var slowNow = new Windows().good(2).refused(1).slow(6);

    assertThat(Aftermath.of(slowEver.list, 2, 3, LIMIT).recovered()).isTrue();
    assertThat(Aftermath.of(slowNow.list, 2, 3, LIMIT).recovered()).isFalse();
  }

  @Test
  void countsAllSinceTheDisturbanceWhereThereWasNoRecovery() {
    var windows = new Windows().good(2).refused(1).refused(4).good(4);

    Aftermath aftermath = Aftermath.of(windows.list, 2, 3, LIMIT);

    assertThat(aftermath.millis()).isEqualTo(Figure.missing("it did not recover within 8 s"));
    assertThat(aftermath.since().successPercent()).isEqualTo(50);
  }

  @Test
  void tellsWhatFailedAfterARecovery() {
    var windows = new Windows().good(7).of(1, 200, 11, Outcome.failed("status-500"));

    Aftermath aftermath = Aftermath.of(windows.list, 1, 1, LIMIT);

    assertThat(aftermath.millis()).isEqualTo(Figure.of(0));
    assertThat(aftermath.since().failed()).isEqualTo(200);
  }

  @Test
  void needsSomethingBeforeToHoldItAgainst() {
    assertThat(Aftermath.of(new Windows().good(9).list, 0, 0, LIMIT).recovered()).isFalse();
  }
}
