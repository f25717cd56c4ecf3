package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.harness.time.ManualTicker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunEventsTest {
  private final RunEvents events = RunEvents.onOwnThreads(new ManualTicker());
  private final List<RunEvent> judged = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    events.close();
  }

  @Test
  void whoJudgesGetsEveryEventInOrder() {
    events.judge((at, event) -> judged.add(event));
    List<RunEvent> published = publish(RunEvents.MOST_WAITING);

    events.settle();

    assertThat(judged).containsExactlyElementsOf(published);
  }

  @Test
  void aSlowJudgeHoldsUpNobodyAndLosesNothing() throws InterruptedException {
    var released = new CountDownLatch(1);
    events.judge((at, event) -> await(released));
    events.judge((at, event) -> judged.add(event));

    List<RunEvent> published = publish(RunEvents.MOST_WAITING / 2);

    assertThat(judged).as("all was published before anything was judged").isEmpty();
    released.countDown();
    events.settle();
    assertThat(judged).containsExactlyElementsOf(published);
  }

  @Test
  void aJudgeThatFallsBehindForGoodBreaksTheRun() {
    var released = new CountDownLatch(1);
    events.judge((at, event) -> await(released));

    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              publish(3 * RunEvents.MOST_WAITING);
              events.settle();
            });
    released.countDown();
  }

  @Test
  void whatIsNotJudgedEndsTheRunInsteadOfPassing() {
    var bug = new IllegalArgumentException("a bug");
    events.judge(
        (at, event) -> {
          throw bug;
        });
    publish(1);

    assertThatIllegalStateException()
        .isThrownBy(events::settle)
        .withRootCauseInstanceOf(bug.getClass());
    assertThatIllegalStateException()
        .as("and so does everything after it")
        .isThrownBy(() -> publish(1))
        .withCause(bug);
  }

  @Test
  void aViewThatDoesNotLookHoldsUpNobody() {
    var released = new CountDownLatch(1);
    var seen = Collections.synchronizedList(new ArrayList<RunEvent>());
    events.judge((at, event) -> judged.add(event));
    events.show(
        event -> {
          await(released);
          seen.add(event);
        });

    List<RunEvent> published = publish(1_000);
    events.settle();
    assertThat(judged).hasSize(1_000);

    released.countDown();
    events.close();
    assertThat(seen).hasSizeLessThan(1_000).endsWith(published.get(999));
  }

  private List<RunEvent> publish(int count) {
    var published = new ArrayList<RunEvent>();
    for (int i = 0; i < count; i++) {
      var event = new RunEvent.RunEnded(Optional.empty());
      published.add(event);
      events.publish(event);
    }
    return published;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
