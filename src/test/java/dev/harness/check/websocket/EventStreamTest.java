package dev.harness.check.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.port.StreamTarget;
import dev.harness.time.ManualTicker;
import dev.harness.user.Canaries;
import dev.harness.user.UserExecutionContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Services that emit by a script: what a stream makes of its events. */
class EventStreamTest {
  private static final UserExecutionContext USER =
      new UserExecutionContext("user-1", "thread-1", "run-1", "request-1");

  private final IsolationLog log = new IsolationLog(new Canaries("run-1"), new ManualTicker());

  @Test
  void completesWhereAllComeInOrderWithTheUsersToken() {
    EventStream stream = open(this::own);

    assertThat(stream.round(50).result()).isEqualTo(Outcome.COMPLETED);
    assertThat(stream.round(50).result()).isEqualTo(Outcome.COMPLETED);
    assertThat(stream.received()).isEqualTo(100);
    assertThat(log.addTo(Findings.NONE).figures())
        .containsEntry(IsolationLog.BREACHES, Figure.of(0, 100));
  }

  /** All that follow are still looked through, though the stream's rounds have failed. */
  @Test
  void oneEventInAHundredOfAnotherUserIsFoundEachTime() {
    EventStream stream =
        open(number -> event(number, number % 100 == 0 ? log.canaryOf("user-2") : token()));

    assertThat(stream.round(1_000).result().reason()).isEqualTo("event-of-another-user");

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(10, 1_000));
    assertThat(findings.breaches()).extracting(Breach::owner).containsOnly("user-2");
    assertThat(stream.received()).isEqualTo(99);
  }

  @Test
  void anEventThatComesBeforeItsTurnIsOutOfOrder() {
    EventStream stream = open(number -> event(number == 5 ? 6 : number == 6 ? 5 : number, token()));

    assertThat(stream.round(10).result().reason()).isEqualTo("event-out-of-order");
  }

  @Test
  void anEventThatIsLeftOutIsMissedByTheNext() {
    EventStream stream = open(number -> event(number < 5 ? number : number + 1, token()));

    assertThat(stream.round(10).result().reason()).isEqualTo("event-out-of-order");
  }

  /** The last one has no next: whoever waits gives up, and nobody waits again. */
  @Test
  void aRoundWhoseLastEventIsLeftOutDoesNotEnd() {
    EventStream stream = open(number -> number == 10 ? "" : event(number, token()));
    Future<Outcome> round = stream.round(10);
    assertThat(round.isComplete()).isFalse();

    stream.giveUp();

    assertThat(round.failed()).isTrue();
    assertThat(stream.round(10).result().reason()).isEqualTo("events-missing");
  }

  private String own(long number) {
    return event(number, token());
  }

  private String token() {
    return log.canaryOf(USER.userId());
  }

  private static String event(long number, String token) {
    return "{\"seq\":%d,\"token\":\"%s\",\"data\":\"x\"}".formatted(number, token);
  }

  private EventStream open(LongFunction<String> script) {
    return EventStream.open(new ScriptedStreams(script), USER, log).result();
  }

  /**
   * Emits at once what it is asked for.
   *
   * @param script the event of each number from 1; empty for none
   */
  private record ScriptedStreams(LongFunction<String> script) implements StreamTarget {

    @Override
    public Future<Stream> open(Handshake handshake, Consumer<String> onText) {
      return Future.succeededFuture(new ScriptedStream(script, onText));
    }

    @Override
    public void close() {}
  }

  private static final class ScriptedStream implements StreamTarget.Stream {
    private final LongFunction<String> script;
    private final Consumer<String> onText;
    private final Promise<Integer> closed = Promise.promise();
    private long emitted;

    ScriptedStream(LongFunction<String> script, Consumer<String> onText) {
      this.script = script;
      this.onText = onText;
    }

    @Override
    public Future<Void> send(String text) {
      if (text.startsWith("emit ")) {
        long until = emitted + Long.parseLong(text.substring("emit ".length()));
        while (emitted < until) {
          String event = script.apply(++emitted);
          if (!event.isEmpty()) {
            onText.accept(event);
          }
        }
      }
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> close(int code) {
      return reset();
    }

    @Override
    public Future<Void> reset() {
      closed.tryComplete(LOST);
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
