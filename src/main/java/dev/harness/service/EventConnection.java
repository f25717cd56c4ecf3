package dev.harness.service;

import dev.harness.reference.SlowConsumerException;
import dev.harness.reference.UserEvent;
import dev.harness.reference.UserEvents;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Carries one user's stream of events into one WebSocket. At most {@link #WINDOW} events are on
 * their way into the socket; more are asked of the stream, and emitted on the client's behalf, only
 * as the socket takes them.
 *
 * <p>Runs on the connection's event loop; what may be called from elsewhere says so.
 */
final class EventConnection implements MultiSubscriber<UserEvent> {
  /** Most events that are handed to the socket and not yet written. */
  static final int WINDOW = 256;

  /** Pings that may go unanswered: one late answer from a busy machine must not end a stream. */
  private static final int MOST_UNANSWERED = 2;

  private static final int REFILL = WINDOW / 2;
  private static final Buffer PING = Buffer.buffer("ping");

  private final WebSocketConnection socket;
  private final Context eventLoop;
  private final UserEvents events;
  private final int eventsAhead;
  private final Connections connections;
  private final String userId;
  private final String payload;

  private Flow.@Nullable Subscription subscription;
  private final AtomicInteger unsent = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private int written;
  private long toEmit;
  private long emittedAhead;
  private long acknowledged;

  EventConnection(
      WebSocketConnection socket,
      Context eventLoop,
      ServiceParts parts,
      Connections connections,
      String userId,
      String token) {
    this.socket = socket;
    this.eventLoop = eventLoop;
    this.events = parts.events();
    this.eventsAhead = parts.eventsAhead();
    this.connections = connections;
    this.userId = userId;
    this.payload = EventText.payload(token);
  }

  void open() {
    connections.add(this);
    events.subscribe(userId, task -> eventLoop.runOnContext(turn -> task.run())).subscribe(this);
  }

  /** Gives back everything; closing twice changes nothing. */
  void release() {
    connections.remove(this);
    toEmit = 0;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  void execute(StreamCommand command) {
    unanswered.set(0);
    if (command instanceof StreamCommand.Emit emit) {
      toEmit += emit.count();
      emitWhatFits();
    } else if (command instanceof StreamCommand.Ack ack && ack.sequence() > acknowledged) {
      connections.acknowledged(ack.sequence() - acknowledged);
      acknowledged = ack.sequence();
    }
  }

  /** The peer has answered a ping. */
  void pong() {
    unanswered.set(0);
  }

  /**
   * Asks the peer for a sign of life; false, with the connection ended, where it has given none
   * since it was last asked. From any thread.
   */
  boolean ping() {
    if (unanswered.getAndIncrement() >= MOST_UNANSWERED) {
      eventLoop.runOnContext(turn -> end(StreamClose.VANISHED));
      return false;
    }
    socket.sendPing(PING).subscribe().with(sent -> {}, closed -> {});
    return true;
  }

  /** Whose it is. */
  String userId() {
    return userId;
  }

  /** Events that are on their way into the socket. From any thread. */
  int unsent() {
    return unsent.get();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(WINDOW);
  }

  @Override
  public void onItem(UserEvent event) {
    unsent.incrementAndGet();
    socket.sendText(EventText.of(event)).subscribe().with(sent -> written(), closed -> release());
  }

  @Override
  public void onFailure(Throwable failure) {
    end(failure instanceof SlowConsumerException ? StreamClose.TOO_SLOW : StreamClose.FAILED);
  }

  @Override
  public void onCompletion() {
    end(StreamClose.GOING_AWAY);
  }

  private void written() {
    unsent.decrementAndGet();
    emittedAhead--;
    written++;
    if (written == REFILL && subscription != null) {
      written = 0;
      // A socket that takes events is a sign of life too.
      unanswered.set(0);
      subscription.request(REFILL);
      emitWhatFits();
    }
  }

  private void emitWhatFits() {
    while (toEmit > 0 && emittedAhead < eventsAhead) {
      toEmit--;
      emittedAhead++;
      events.emit(userId, payload);
    }
  }

  private void end(CloseReason reason) {
    release();
    if (socket.isOpen()) {
      socket.close(reason).subscribe().with(closed -> {}, failed -> {});
    }
  }
}
