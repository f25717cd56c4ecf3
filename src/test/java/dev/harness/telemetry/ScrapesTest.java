package dev.harness.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScrapesTest {
  private final Scrapes scrapes = new Scrapes();

  @Test
  void nobodyIsWaitedForWhoNeverCameOrCameOnce() {
    assertThat(patience(5, 5)).isZero();

    scrapes.scraped(seconds(1));
    assertThat(patience(5, 5)).isZero();
  }

  @Test
  void whoComesEachSecondIsWaitedForHalfASecondMore() {
    scrapes.scraped(seconds(3));
    scrapes.scraped(seconds(4));

    assertThat(patience(4.5, 4.5)).isEqualTo(seconds(1));
    assertThat(patience(4.5, 5.5)).isZero();
    assertThat(patience(4.5, 9)).isZero();
  }

  @Test
  void whoHasComeSinceIsNotWaitedFor() {
    scrapes.scraped(seconds(3));
    scrapes.scraped(seconds(4));

    assertThat(patience(4, 4.1)).isZero();
  }

  @Test
  void whoComesSeldomIsNotWaitedForForever() {
    scrapes.scraped(seconds(0));
    scrapes.scraped(seconds(60));

    assertThat(patience(61, 61)).isEqualTo(seconds(20));
  }

  private long patience(double since, double now) {
    return scrapes.patienceNanos(seconds(since), seconds(now));
  }

  private static long seconds(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }
}
