package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final HandDrivenLoops loops = new HandDrivenLoops(1);
  private final List<Long> rang = new ArrayList<>();
  private final Alarm alarm = new Alarm(loops.loop(), () -> rang.add(loops.ticker.nanoTime()));

  @Test
  void ringsOnceAtItsTime() {
    alarm.at(500, 0);
    loops.runFor(Duration.ofNanos(10_000));

    assertThat(rang).containsExactly(500L);
  }

  @Test
  void ringsAtTheEarlierOfTwoTimes() {
    alarm.at(500, 0);
    alarm.at(300, 0);
    loops.runToEnd();

    assertThat(rang).containsExactly(300L);
  }

  @Test
  void keepsTheEarlierTimeWhereALaterOneIsAsked() {
    alarm.at(300, 0);
    alarm.at(500, 0);
    loops.runToEnd();

    assertThat(rang).containsExactly(300L);
  }

  @Test
  void mayBeSetAgainAfterItRang() {
    alarm.at(300, 0);
    loops.runToEnd();
    alarm.at(700, 300);
    loops.runToEnd();

    assertThat(rang).containsExactly(300L, 700L);
  }

  @Test
  void ringsAtOnceWhereTheTimeIsOver() {
    loops.stall(Duration.ofNanos(1_000));
    alarm.at(10, 1_000);
    loops.runToEnd();

    assertThat(rang).containsExactly(1_000L);
  }

  @Test
  void doesNotRingOnceItIsOff() {
    alarm.at(300, 0);
    alarm.off();
    loops.runToEnd();

    assertThat(rang).isEmpty();
  }
}
