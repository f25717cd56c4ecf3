package dev.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UserEventEmitterTest {
  private static final int CAPACITY = 3;
  private static final int THREADS = 4;
  private static final int EACH = 20_000;

  private final UserEventEmitter emitter = new UserEventEmitter(CAPACITY);

  @Test
  void numbersEachStreamsEventsFromOne() {
    AssertSubscriber<UserEvent> early = subscribe(emitter, "a", Long.MAX_VALUE);
    assertThat(emitter.emit("a", "x")).isEqualTo(1);
    AssertSubscriber<UserEvent> late = subscribe(emitter, "a", Long.MAX_VALUE);
    assertThat(emitter.emit("a", "y")).isEqualTo(2);

    early.assertItems(new UserEvent(1, "x"), new UserEvent(2, "y"));
    late.assertItems(new UserEvent(1, "y"));
  }

  @Test
  void sendsToNobodyElsesStream() {
    AssertSubscriber<UserEvent> other = subscribe(emitter, "b", Long.MAX_VALUE);

    assertThat(emitter.emit("a", "x")).isZero();
    other.assertHasNotReceivedAnyItem();
  }

  @Test
  void holdsBackWhatIsNotAskedFor() {
    AssertSubscriber<UserEvent> slow = subscribe(emitter, "a", 1);
    emitter.emit("a", "one");
    emitter.emit("a", "two");
    emitter.emit("a", "three");
    slow.assertItems(new UserEvent(1, "one"));
    assertThat(emitter.counts()).isEqualTo(new StreamCounts(1, 1, 2, 8, 3, 1, 0, 0, 0));

    slow.request(5);

    assertThat(slow.getItems()).extracting(UserEvent::sequence).containsExactly(1L, 2L, 3L);
    assertThat(emitter.counts()).isEqualTo(new StreamCounts(1, 1, 0, 0, 3, 3, 0, 0, 0));
  }

  @Test
  void endsAStreamThatOverflowsAndCountsWhatItLost() {
    AssertSubscriber<UserEvent> stalled = subscribe(emitter, "a", 0);
    AssertSubscriber<UserEvent> fast = subscribe(emitter, "a", Long.MAX_VALUE);
    for (int i = 0; i < CAPACITY; i++) {
      assertThat(emitter.emit("a", "x")).isEqualTo(2);
    }

    assertThat(emitter.emit("a", "x")).isEqualTo(1);

    stalled.assertFailedWith(SlowConsumerException.class);
    stalled.assertHasNotReceivedAnyItem();
    assertThat(fast.getItems()).hasSize(CAPACITY + 1);
    assertThat(emitter.counts())
        .isEqualTo(new StreamCounts(1, 1, 0, 0, 2 * CAPACITY + 1, CAPACITY + 1, CAPACITY, 0, 1));
  }

  @Test
  void leavesNothingWhenTheLastSubscriberGoes() {
    AssertSubscriber<UserEvent> one = subscribe(emitter, "a", 0);
    AssertSubscriber<UserEvent> other = subscribe(emitter, "a", 0);
    emitter.emit("a", "x");

    one.cancel();
    assertThat(emitter.counts().open()).isEqualTo(1);
    other.cancel();

    assertThat(emitter.emit("a", "y")).isZero();
    assertThat(emitter.counts()).isEqualTo(new StreamCounts(0, 0, 0, 0, 2, 0, 0, 2, 0));
  }

  @Test
  void completesItsStreamsWhenItIsClosed() {
    AssertSubscriber<UserEvent> open = subscribe(emitter, "a", 1);
    emitter.close();
    open.assertCompleted();

    subscribe(emitter, "a", 1).assertCompleted();
    assertThat(emitter.counts().open()).isZero();
  }

  @Test
  void deliversABurstInOneTask() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    AssertSubscriber<UserEvent> burst = AssertSubscriber.create(10);
    emitter.subscribe("a", tasks::add).subscribe().withSubscriber(burst);
    tasks.remove().run();
    emitter.emit("a", "x");
    emitter.emit("a", "y");
    burst.assertHasNotReceivedAnyItem();
    assertThat(tasks).hasSize(1);

    tasks.remove().run();

    assertThat(burst.getItems()).hasSize(2);
  }

  @Test
  void keepsOrderAndLosesNothingWhenManyThreadsEmit() throws Exception {
    var roomy = new UserEventEmitter(THREADS * EACH);
    var sequences = new ArrayList<Long>();
    roomy.subscribe("a", Runnable::run).subscribe().with(event -> sequences.add(event.sequence()));
    try (var together = new Together(THREADS)) {
      together.all(thread -> emitMany(roomy));
    }

    // Whichever thread was delivering when the last one emitted has returned by now.
    assertThat(sequences)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, (long) THREADS * EACH).boxed().toList());
  }

  @Test
  void leavesNothingWhenSubscribersComeAndGoWhileOthersEmit() throws Exception {
    try (var together = new Together(THREADS)) {
      together.all(thread -> thread == 0 ? emitMany(emitter) : subscribeMany());
    }

    StreamCounts counts = emitter.counts();
    assertThat(counts.open()).isZero();
    assertThat(counts.users()).isZero();
    assertThat(counts.delivered() + counts.dropped() + counts.discarded())
        .isEqualTo(counts.accepted());
  }

  private int subscribeMany() {
    for (int i = 0; i < 2_000; i++) {
      subscribe(emitter, "a", 2).cancel();
    }
    return 0;
  }

  private static int emitMany(UserEvents events) {
    int taken = 0;
    for (int i = 0; i < EACH; i++) {
      taken += events.emit("a", "x");
    }
    return taken;
  }

  private static AssertSubscriber<UserEvent> subscribe(
      UserEvents events, String user, long request) {
    return events
        .subscribe(user, Runnable::run)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(request));
  }
}
