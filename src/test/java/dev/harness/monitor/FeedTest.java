package dev.harness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.SourceMetric;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import dev.harness.time.ManualTicker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Readings READINGS = Readings.NONE.with(SourceMetric.HEAP_USED, 3);
  private static final Subject.Source SUBJECT = Subject.Source.at("it");

  private final ManualTicker ticker = new ManualTicker();

  @Test
  void givesWhatTheSourceTells() {
    try (var feed = feed(() -> READINGS)) {
      feed.ask();

      assertThat(feed.answer(LONG)).contains(new Answer.Told(READINGS));
      assertThat(feed.news(new Answer.Told(READINGS))).isEmpty();
    }
  }

  @Test
  void oneThatRefusesIsToldOnceUntilItComesBack() {
    var refusal = new Answer.Silent("no");
    try (var feed =
        feed(
            () -> {
              throw new NotAvailableException("no");
            })) {
      feed.ask();

      assertThat(feed.answer(LONG)).contains(refusal);
      assertThat(feed.news(refusal)).contains("it is not available: no");
      assertThat(feed.news(refusal)).isEmpty();
      assertThat(feed.news(new Answer.Told(READINGS))).isEmpty();
      assertThat(feed.news(refusal)).isPresent();
    }
  }

  @Test
  void whatItDoesNotTellIsToldOnce() {
    try (var feed = feed(() -> READINGS)) {
      var partly = new Answer.Told(READINGS.without("threads are not available"));

      assertThat(feed.news(partly)).contains("it: threads are not available");
      assertThat(feed.news(partly)).isEmpty();
    }
  }

  @Test
  void whateverIsThrownIsAnAnswer() {
    try (var feed =
        feed(
            () -> {
              throw new IllegalStateException("broken");
            })) {
      feed.ask();

      assertThat(feed.answer(LONG).orElseThrow().toString()).contains("broken");
    }
  }

  /** What it gave at last is not lost. */
  @Test
  void oneThatStallsHoldsUpNobodyAndIsSilentAfterAWhile() {
    var answer = new CompletableFuture<Readings>();
    try (var feed = feed(answer::join)) {
      feed.ask();
      assertThat(feed.answer(Duration.ZERO)).isEmpty();

      ticker.advance(Duration.ofSeconds(4));
      feed.ask();
      assertThat(feed.answer(Duration.ZERO)).get().isInstanceOf(Answer.Silent.class);

      answer.complete(READINGS);
      assertThat(feed.answer(LONG)).contains(new Answer.Told(READINGS));
    }
  }

  @Test
  void theSourceIsClosedWithIt() throws InterruptedException {
    var closed = new CountDownLatch(1);
    new Feed(
            SUBJECT,
            new ReadingSource() {
              @Override
              public String name() {
                return "it";
              }

              @Override
              public Readings read() {
                return READINGS;
              }

              @Override
              public void close() {
                closed.countDown();
              }
            },
            ticker)
        .close();

    assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private interface Read {
    Readings read();
  }

  private Feed feed(Read read) {
    return new Feed(
        SUBJECT,
        new ReadingSource() {
          @Override
          public String name() {
            return "it";
          }

          @Override
          public Readings read() {
            return read.read();
          }

          @Override
          public void close() {}
        },
        ticker);
  }
}
