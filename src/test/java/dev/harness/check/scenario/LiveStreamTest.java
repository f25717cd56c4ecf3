package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.run.port.StreamTarget.Stream;
import dev.harness.time.ManualTicker;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private final ManualTicker ticker = new ManualTicker();
  private final Script script = new Script();
  private final Watching watching = new Watching();
  private final LiveStream stream = new LiveStream(text -> !text.contains("foreign"), ticker);

  @BeforeEach
  void open() {
    stream.opened(script);
  }

  @Test
  void keepsWhatComesUntilAStepWantsIt() {
    stream.received("a");
    stream.received("b");
    stream.watch(watching);
    stream.received("c");
    stream.unwatch();
    stream.received("d");

    assertThat(watching.events).containsExactly("a", "b", "c");
  }

  @Test
  void aStepThatHasEnoughLeavesTheRestToTheNext() {
    stream.received("a");
    stream.received("b");
    watching.enough = true;
    stream.watch(watching);

    assertThat(watching.events).containsExactly("a");
    stream.watch(watching);
    assertThat(watching.events).containsExactly("a", "b");
  }

  @Test
  void whatCameBeforeAMessageIsNoAnswerToIt() {
    stream.received("before");
    stream.send("ask");
    stream.received("after");
    stream.watch(watching);

    assertThat(script.sent).containsExactly("ask");
    assertThat(watching.events).containsExactly("after");
  }

  @Test
  void eachEventIsLookedThroughThoughNoStepWantsIt() {
    stream.received("foreign");
    stream.received("own");
    stream.watch(watching);

    assertThat(watching.broken).containsExactly("foreign-canary");
  }

  @Test
  void noMoreIsKeptThanAThousandEventsOrAMillionCharacters() {
    for (int i = 0; i <= 1_000; i++) {
      stream.received("x");
    }
    assertThat(stream.broken()).isEqualTo("too-many-events");

    var large = new LiveStream(text -> true, ticker);
    large.received("x".repeat(1_000_001));
    assertThat(large.broken()).isNull();
    large.received("x");
    assertThat(large.broken()).isEqualTo("too-many-events");
  }

  @Test
  void saysByWhichCodeItEnded() {
    stream.watch(watching);
    script.closed.complete(1_011);

    assertThat(watching.broken).containsExactly("closed-1011");
    assertThat(stream.broken()).isEqualTo("closed-1011");
  }

  private final class Watching implements LiveStream.Watcher {
    private final List<String> events = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private boolean enough;

    @Override
    public void event(StreamEvent event) {
      events.add(event.text());
      if (enough) {
        stream.unwatch();
      }
    }

    @Override
    public void broken(String as) {
      broken.add(as);
    }
  }

  private static final class Script implements Stream {
    private final List<String> sent = new ArrayList<>();
    private final Promise<Integer> closed = Promise.promise();

    @Override
    public Future<Void> send(String text) {
      sent.add(text);
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> close(int code) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> reset() {
      return Future.succeededFuture();
    }

    @Override
    public void fallSilent() {}

    @Override
    public Future<Integer> closed() {
      return closed.future();
    }
  }
}
