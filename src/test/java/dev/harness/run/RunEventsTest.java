package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEventsTest {
  private final RunEvents events = new RunEvents();

  @Test
  void whoJudgesGetsEveryEventInOrderBeforePublishReturns() {
    var judged = new ArrayList<RunEvent>();
    events.judge(judged::add);
    var published = new ArrayList<RunEvent>();
    for (int i = 0; i < 10_000; i++) {
      var event = new RunEvent.RunStarted(List.of());
      published.add(event);
      events.publish(event);
    }

    assertThat(judged).hasSize(10_000).containsExactlyElementsOf(published);
  }

  @Test
  void whatIsNotJudgedEndsTheRunInsteadOfPassing() {
    var bug = new IllegalArgumentException("a bug");
    events.judge(
        event -> {
          throw bug;
        });

    assertThatIllegalStateException()
        .isThrownBy(() -> events.publish(new RunEvent.RunStarted(List.of())))
        .withCause(bug);
    assertThatIllegalStateException()
        .as("and so does everything after it")
        .isThrownBy(() -> events.publish(new RunEvent.RunStarted(List.of())))
        .withCause(bug);
  }
}
